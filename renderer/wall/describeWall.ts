/** What the Wall shows of a jam right now: one screen a phase. Pure; takes nothing that is private. */
import type { RunId } from '../../shared/model/course.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { jamTitle } from '../../shared/model/jamTitle.ts';
import { type Course, hasEnded, screenNow } from '../../shared/phases/course.ts';
import { readNominees } from '../../shared/phases/nominees.ts';
import { readOutcome } from '../../shared/phases/outcome.ts';
import { sayWords } from '../../shared/phases/phaseKind.ts';
import { LAST_WORD, latestAnswers } from '../../shared/phases/reflections.ts';
import { RESULT_BANDS, readResults } from '../../shared/phases/results.ts';
import { revealedIdeas } from '../../shared/phases/revealed.ts';
import { turnoutOf } from '../../shared/phases/turnout.ts';
import { titleNow, titleOf } from '../phases/courseWords.ts';
import type { JamView } from '../session/jamSession.ts';
import { bandNames, decisionsOf } from '../ui/records.ts';
import { describeSheet } from './describeSheet.ts';
import { describeTree } from './describeTree.ts';
import type { WallScene, WallStage } from './wallScene.ts';

export interface WallSource {
  readonly view: JamView;
  readonly course: Course;
  /** ms that the clock shows. */
  readonly elapsed: number;
  readonly now: number;
  /** Names of those who are here; none are taken where the phase is unsigned. */
  readonly people: readonly string[];
  readonly here: number;
  readonly ready: number;
  /** Sheets that will go in at the reveal, of everybody together; null where that would point at somebody. */
  readonly faceDown: number | null;
  readonly lit: IdeaId | null;
  /** What the host looks at: the tree or the decision that the Wall shows. */
  readonly focus: IdeaId | null;
  /** The link for a phone or a browser, while the door is open. */
  readonly link: string | null;
  readonly theme: WallScene['theme'];
}

/** Code units: the field at the checkout takes no more, a peer’s record may. */
const LONGEST_WORD = 40;

export function describeWall(source: WallSource): WallScene {
  const { view, course, elapsed, now, lit, theme } = source;
  const { brief } = view.snapshot;
  const { current, clock } = course;
  const ended = hasEnded(course);
  const at = course.phases.findIndex(({ id }) => id === current?.phase);
  // When the setlist was left, what was played of it stays so.
  const played = new Set(course.runs.map(({ phase }) => phase));
  const past = at < 0 ? course.phases.findLastIndex(({ id }) => played.has(id)) + 1 : at;
  return {
    title: current === null ? jamTitle(brief) : ended ? 'What came of it' : titleNow(course),
    challenge: brief.challenge,
    clock:
      current === null || clock.state === 'idle'
        ? null
        : { state: clock.state, elapsed, box: clock.box, saidAt: now },
    setlist: course.phases.map((phase, i) => ({
      title: titleOf(phase),
      minutes: phase.minutes * phase.options.rounds,
      at: i === at ? 'now' : i < past ? 'past' : 'next',
    })),
    lit: lit === null || !view.snapshot.ideas.has(lit) ? null : describeSheet(view, lit),
    stage: describeStage(source),
    theme,
  };
}

function describeStage(source: WallSource): WallStage {
  const { view, course, people, here, ready, faceDown, link } = source;
  const { snapshot } = view;
  const { current, kind } = course;
  if (current === null) return { kind: 'arrive', people, link };
  const law = course.phase?.prompt || sayWords(kind.law, course.current?.options);
  switch (screenNow(course)) {
    case 'brief':
      return { kind: 'arrive', people: course.unsigned ? [] : people, link };
    case 'solo':
      return {
        kind: 'clock',
        law,
        sum: faceDown === null ? null : { count: faceDown, words: 'face down', backs: true },
        turnout: null,
      };
    case 'reveal':
      return { kind: 'sheets', sheets: revealedIdeas(snapshot, course).map((id) => describeSheet(view, id)) };
    case 'nominate': {
      const count = readNominees(snapshot, snapshot.course, current).length;
      return { kind: 'clock', law, sum: { count, words: 'nominated so far', backs: false }, turnout: null };
    }
    case 'rotate':
      return { kind: 'clock', law, sum: null, turnout: turnoutOf(ready, here) };
    case 'vote': {
      const close = course.closes.get(current.id);
      if (close === undefined) return { kind: 'clock', law, sum: null, turnout: turnoutOf(ready, here) };
      const results = readResults(close).filter(({ idea }) => snapshot.ideas.has(idea));
      const most = Math.max(1, ...results.map(({ numbers }) => numbers?.dots ?? 0));
      return {
        kind: 'results',
        list: results
          .filter(({ numbers }) => numbers?.dots !== 0)
          .map(({ idea, band, numbers }) => ({
            sheet: describeSheet(view, idea),
            share:
              numbers === null ? 1 - RESULT_BANDS.indexOf(band) / RESULT_BANDS.length : numbers.dots / most,
            count: numbers?.dots ?? null,
          })),
      };
    }
    case 'decide':
      return describeDecision(source);
    case 'checkout':
      return describeWords(source, current.id);
    case 'outcome': {
      const { promote } = readOutcome(snapshot.ideas, course, decisionsOf(snapshot)).decided;
      const checkout = course.runs.findLast((run) => run.kind === 'checkout');
      // Where nothing was promoted people's own words stay.
      if (promote.length === 0 && checkout !== undefined) return describeWords(source, checkout.id);
      return { kind: 'sheets', sheets: promote.map(({ idea }) => describeSheet(view, idea)) };
    }
    case 'board':
      return { kind: 'tree', tree: treeInFocus(source) };
  }
}

function describeWords({ view }: WallSource, run: RunId): WallStage {
  const words = latestAnswers(view.snapshot.course.reflections.values(), run, LAST_WORD);
  return { kind: 'words', words: words.map(({ text }) => text.slice(0, LONGEST_WORD)) };
}

/** The tree that the host looks at, or the one with the youngest sheet. */
function treeInFocus({ view, focus, lit }: WallSource) {
  const { lineage, snapshot } = view;
  const wanted = lit ?? focus;
  if (wanted !== null && snapshot.ideas.get(wanted)?.bin === false)
    return describeTree(view, lineage.rootOf(wanted));
  let youngest: { readonly id: IdeaId; readonly lamport: number } | null = null;
  for (const { id, bin, born } of snapshot.ideas.values()) {
    if (!bin && (youngest === null || born.lamport > youngest.lamport))
      youngest = { id, lamport: born.lamport };
  }
  return youngest === null ? null : describeTree(view, lineage.rootOf(youngest.id));
}

function describeDecision({ view, focus }: WallSource): WallStage {
  const { snapshot } = view;
  const idea = focus !== null && snapshot.ideas.has(focus) ? focus : null;
  const decision = idea === null ? null : (decisionsOf(snapshot).get(idea) ?? null);
  // Who was only asked carries nothing yet.
  const carried = decision?.accepted === true;
  return {
    kind: 'decision',
    sheet: idea === null ? null : describeSheet(view, idea),
    outcome: decision?.outcome ?? null,
    reason: decision?.reason ?? '',
    owner: carried ? decision.owner : '',
    firstStep: carried ? decision.firstStep : '',
    band: idea === null ? [] : (bandNames(view, idea) ?? []),
  };
}
