/**
 * A phase with a screen of its own shows no board. Whoever presses there what writes or riffs on a board hears the rule,
 * not nothing.
 */
import { screenNow } from '../../shared/phases/course.ts';
import type { PhaseScreen } from '../../shared/phases/phaseKind.ts';
import { refuseByPhase } from '../../shared/phases/rule.ts';
import type { Refusal } from '../../shared/util/result.ts';
import type { JamSession } from '../session/jamSession.ts';
import { type KeyScene, matchAction, type PressedKey } from './matchKeys.ts';

const BOARD_ACTS: Readonly<Record<string, 'add' | 'riff'>> = { 'idea.write': 'add', 'idea.riff': 'riff' };
/** Letters are words there, or keys of the screen. */
const OWN_KEYS: readonly PhaseScreen[] = ['solo', 'rotate', 'nominate'];

/** Letters only, of whatever layout: Tab and arrows go where they go on any page. */
export function refuseOnScreen(
  session: Pick<JamSession, 'ui' | 'course'>,
  pressed: PressedKey,
  scene: Omit<KeyScene, 'scopes'>,
): Refusal | null {
  const course = session.course.course();
  if (session.ui.getState().view !== 'phase' || OWN_KEYS.includes(screenNow(course))) return null;
  if (pressed.key.length > 1) return null;
  const action = matchAction(pressed, { ...scene, scopes: new Set(['board']) });
  const act = BOARD_ACTS[action?.id ?? ''];
  return act === undefined ? null : refuseByPhase(act, course);
}
