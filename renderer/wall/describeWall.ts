/** What the Wall shows of a jam right now: one screen a phase. Pure; takes nothing that is private. */
import type { Reflection } from '../../shared/model/course.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { jamTitle } from '../../shared/model/jamTitle.ts';
import type { Decision, JamSnapshot } from '../../shared/model/snapshot.ts';
import type { Course } from '../../shared/phases/course.ts';
import { readNominees } from '../../shared/phases/nominees.ts';
import { RESULT_BANDS, readResults } from '../../shared/phases/results.ts';
import { revealedIdeas } from '../../shared/phases/revealed.ts';
import { shuffle } from '../../shared/phases/shuffle.ts';
import { turnoutOf } from '../../shared/phases/turnout.ts';
import type { JamView } from '../session/jamSession.ts';
import { bandNames } from '../ui/records.ts';
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
  /** Sheets that will go in at the reveal, of everybody together. */
  readonly faceDown: number;
  readonly lit: IdeaId | null;
  /** What the host looks at: the tree or the decision that the Wall shows. */
  readonly focus: IdeaId | null;
  /** The link for a phone or a browser, while the door is open. */
  readonly link: string | null;
  readonly theme: WallScene['theme'];
}

export function describeWall(source: WallSource): WallScene {
  const { view, course, elapsed, now, lit, theme } = source;
  const { brief } = view.snapshot;
  const { current, clock } = course;
  const at = course.phases.findIndex(({ id }) => id === current?.phase);
  return {
    title: current === null ? jamTitle(brief) : course.phase?.title || course.kind.title,
    challenge: brief.challenge,
    clock:
      current === null || clock.state === 'idle'
        ? null
        : { state: clock.state, elapsed, box: clock.box, saidAt: now },
    setlist: course.phases.map(({ title, minutes, options }, i) => ({
      title,
      minutes: minutes * options.rounds,
      at: i === at ? 'now' : i < at ? 'past' : 'next',
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
  const law = course.phase?.prompt || kind.law;
  switch (kind.screen) {
    case 'brief':
      return { kind: 'arrive', people: course.unsigned ? [] : people, link };
    case 'solo':
      return { kind: 'clock', law, sum: { count: faceDown, words: 'face down', backs: true }, turnout: null };
    case 'reveal':
      return { kind: 'sheets', sheets: revealedIdeas(snapshot, course).map((id) => describeSheet(view, id)) };
    case 'nominate': {
      const count = readNominees(snapshot, snapshot.course, current).length;
      return { kind: 'clock', law, sum: { count, words: 'named so far', backs: false }, turnout: null };
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
      return { kind: 'words', words: wordsOf(snapshot.course.reflections.values(), current.id) };
    case 'board':
      return { kind: 'tree', tree: treeInFocus(source) };
  }
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
  const decision = idea === null ? null : latestDecision(snapshot, idea);
  const shown = decision?.outcome != null;
  return {
    kind: 'decision',
    sheet: idea === null ? null : describeSheet(view, idea),
    outcome: decision?.outcome ?? null,
    reason: shown ? decision.reason : '',
    owner: shown ? decision.owner : '',
    firstStep: shown ? decision.firstStep : '',
    band: idea === null ? [] : (bandNames(view, idea) ?? []),
  };
}

function latestDecision({ decisions }: JamSnapshot, idea: IdeaId): Decision | null {
  let latest: Decision | null = null;
  for (const decision of decisions.values()) {
    if (decision.idea === idea && (latest === null || decision.lamport > latest.lamport)) latest = decision;
  }
  return latest;
}

/** Each person's last word, in an order that says nothing about who said it. */
function wordsOf(reflections: Iterable<Reflection>, run: string): string[] {
  const last = new Map<string, Reflection>();
  for (const reflection of reflections) {
    if (reflection.run !== run || reflection.question !== 'word') continue;
    const before = last.get(reflection.by);
    if (before === undefined || before.lamport < reflection.lamport) last.set(reflection.by, reflection);
  }
  return shuffle(last.values(), run, ({ key }) => key).map(({ text }) => text.slice(0, 40));
}
