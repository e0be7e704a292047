/**
 * How a practice partner plays: does what its phase asks, a little later than a quick person would, by the very commands
 * that everybody has. The one that leads goes on when time is up, or earlier when the person says that they are done.
 */
import type { Conductor } from '../conduct/conductor.ts';
import { createBoardLayout } from '../ideas/boardLayout.ts';
import { compareLabels } from '../ideas/compareLabels.ts';
import { planRiff } from '../ideas/planRiff.ts';
import type { Jam } from '../jam/jam.ts';
import type { Schedule } from '../log/recorder.ts';
import type { Run } from '../model/course.ts';
import { type IdeaId, MAIN_BOARD } from '../model/ids.ts';
import { latestClose } from '../phases/course.ts';
import { LAST_WORD } from '../phases/reflections.ts';
import { RESULT_BANDS, readResults } from '../phases/results.ts';
import { isPersons, type Partner, riffFor } from './partners.ts';

export interface PartnerParts {
  readonly jam: Jam;
  readonly conductor: Conductor;
  readonly partner: Partner;
  readonly schedule: Schedule;
  /** A number from 0 to below its argument. */
  readonly pick: (sides: number) => number;
  /** The people who are no partners are all done with this phase. */
  readonly othersReady: () => boolean;
  /** What the leading partner lays before the room while it decides. */
  readonly show: (idea: IdeaId | null) => void;
}

/** ms: how long a partner thinks before its first act in a phase, and between acts. */
const THINKS = 6_000;
const BETWEEN = 9_000;
/** On the board partners go on for as long as it is open, and are silent for the last so many ms. */
const LEAVES = 4_000;
const ON_BOARD: ReadonlySet<string> = new Set(['riff', 'fresh']);
/** Riffs of a partner on the open board, and fresh sheets that are left there for their own turn. */
const RIFFS = 3;
const LEFT_FRESH = 2;
/** A person's sheet gets no more riffs of partners than these. */
const MOST_ON_ONE = 2;
/** How long the leading partner waits for a person before it shows how one decides, and then leaves that to be read, ms. */
const SHOWS = 12_000;
const READ_FOR = 6_000;
/** It has to fit whatever was voted for. */
const DECIDED = {
  outcome: 'promote',
  reason: 'It got many dots, and to try it for one week costs little.',
  firstStep: 'I ask the bus company for one week, tomorrow at nine.',
  due: '',
} as const;
/** The leading partner looks at the clock so often, ms, and never goes on before a phase is this old. */
const LOOKS = 500;
const LEAST = 5_000;
/** Once everybody said that they are done it goes on so much later, ms: one may still take a step back. */
const SECOND_THOUGHT = 5_000;
/** A closed vote is read for so long before the session goes on, ms; for `LEAST` where the people are done sooner. */
const READS = 15_000;

export function playPartner(parts: PartnerParts): () => void {
  const { jam, conductor, partner, schedule, pick, othersReady, show } = parts;
  const timers = new Set<() => void>();
  let seen: string | null = null;
  let closedAt: number | null = null;
  /** When the people had all said that they are done with this phase, by its clock. */
  let doneAt: number | null = null;

  const later = (ms: number, run: () => void): void => {
    const stop = schedule(ms, () => {
      timers.delete(stop);
      run();
    });
    timers.add(stop);
  };
  const saidOn = (): ReadonlySet<string> =>
    new Set([...jam.snapshot().ideas.values()].map(({ text }) => text));
  /** Nothing when this partner has nothing new to say to it. */
  const riffOn = (idea: IdeaId): void => {
    const snapshot = jam.snapshot();
    const riff = riffFor(partner, snapshot.ideas.get(idea)?.text ?? '', saidOn());
    if (riff === undefined) return;
    const board = createBoardLayout(MAIN_BOARD, jam.structureOf);
    const layout = board.update(snapshot, null);
    const planned = planRiff(snapshot, { layout, sheets: board.index }, { idea, ...riff });
    if (planned !== null) jam.run('idea.add', planned);
  };

  const sheetsOfOthers = () => {
    const snapshot = jam.snapshot();
    const { lineage } = jam.structureOf(snapshot);
    return [...snapshot.ideas.values()]
      .filter(({ bin, born }) => !bin && born.author !== jam.me)
      .map(({ id, kind, text }) => ({
        id,
        kind,
        text,
        fresh: lineage.isFresh(id),
        riffs: lineage.children(id),
      }));
  };
  /** Sheets to which this partner has something to say, and has not yet. */
  const sheetsToRiffOn = () => {
    const { ideas } = jam.snapshot();
    const said = saidOn();
    return sheetsOfOthers().filter(
      ({ text, riffs }) =>
        riffFor(partner, text, said) !== undefined &&
        !riffs.some((id) => ideas.get(id)?.born.author === jam.me),
    );
  };
  const anyOf = (sheets: readonly { readonly id: IdeaId }[]): IdeaId | undefined =>
    sheets[pick(Math.max(1, sheets.length))]?.id;
  /** On the open board: what a person wrote, before what partners did; most fresh sheets wait for their own turn. */
  const sheetForFreeRiff = (): IdeaId | undefined => {
    const sheets = sheetsToRiffOn();
    const persons = sheets.filter(({ text, riffs }) => isPersons(text) && riffs.length < MOST_ON_ONE);
    const partners = sheets.filter(({ text }) => !isPersons(text));
    const touched = partners.filter(({ fresh }) => !fresh);
    const untouched = sheetsOfOthers().filter(({ fresh }) => fresh).length > LEFT_FRESH ? partners : touched;
    return anyOf([persons, touched, untouched].find(({ length }) => length > 0) ?? []);
  };
  const nominate = (): void => {
    // A question is nothing that one promotes.
    const idea = anyOf(sheetsOfOthers().filter(({ kind }) => kind !== 'question'));
    if (idea !== undefined) jam.run('nominee.set', { idea, named: true });
  };
  const riffOnOne = (idea: IdeaId | undefined): void => {
    if (idea !== undefined) riffOn(idea);
  };

  /** What one does in this phase, one act after the other. */
  const actsOf = (run: Run): (() => void)[] => {
    switch (run.kind) {
      case 'solo':
        return partner.thoughts.map((text) => () => void conductor.write(text));
      case 'rotate':
        return [
          () => {
            const dealt = run.dealt.get(jam.me) ?? [];
            riffOnOne(dealt.find((idea) => sheetsToRiffOn().some(({ id }) => id === idea)));
          },
        ];
      case 'riff':
        return Array.from({ length: RIFFS }, () => () => riffOnOne(sheetForFreeRiff()));
      case 'fresh':
        return [
          () => {
            // The last one is the newcomer's.
            if (sheetsOfOthers().filter(({ fresh }) => fresh).length > 1)
              riffOnOne(anyOf(sheetsToRiffOn().filter(({ fresh }) => fresh)));
          },
        ];
      case 'nominate':
        return [nominate, nominate];
      case 'vote':
        return [0, 1].map((n) => () => {
          const idea = run.list[pick(run.list.length)];
          if (idea !== undefined) conductor.place(idea, n === 0 ? 3 : 2);
        });
      case 'checkout':
        return [() => void jam.run('reflection.add', { question: LAST_WORD, text: partner.word })];
      default:
        return [];
    }
  };
  /** The leading partner shows how one decides, unless somebody did meanwhile; the rest is left to the person. */
  const showDeciding = (run: Run): void => {
    const close = latestClose(conductor.course());
    const { ideas } = jam.snapshot();
    const { labels } = jam.structureOf(jam.snapshot());
    // As the queue has them.
    const [first, second] = (close === null ? [] : readResults(close))
      .filter(({ idea }) => ideas.get(idea)?.bin === false)
      .sort(
        (a, b) =>
          RESULT_BANDS.indexOf(a.band) - RESULT_BANDS.indexOf(b.band) ||
          compareLabels(labels.get(a.idea) ?? '', labels.get(b.idea) ?? ''),
      )
      .map(({ idea }) => idea);
    if (first === undefined) return;
    show(first);
    const soon = (ms: number, act: () => void): void =>
      later(ms, () => {
        if (conductor.course().current?.id === run.id) act();
      });
    soon(SHOWS, () => {
      if (jam.snapshot().decisions.size > 0) return show(null);
      jam.run('decision.set', { idea: first, owner: partner.name, ...DECIDED });
      soon(READ_FOR, () => show(second ?? null));
    });
  };

  const turn = (): void => {
    const { current } = conductor.course();
    if (current === null || current.id === seen) return;
    seen = current.id;
    closedAt = null;
    doneAt = null;
    show(null);
    const acts = actsOf(current);
    const gap = ON_BOARD.has(current.kind)
      ? Math.max(1, Math.floor((conductor.course().clock.box - THINKS - LEAVES) / acts.length))
      : BETWEEN;
    for (const [i, act] of acts.entries()) {
      later(THINKS + i * gap + pick(Math.ceil(0.8 * gap)), () => {
        if (conductor.course().current?.id === current.id) act();
      });
    }
    if (current.kind === 'decide' && conductor.isLeader()) showDeciding(current);
  };
  /** The leading partner's hand. A vote is closed first, and read; at the end the board is left open. */
  const lead = (): void => {
    later(LOOKS, lead);
    const { current, clock, closes, next } = conductor.course();
    if (!conductor.isLeader() || current === null || current.kind === 'free') return;
    const elapsed = conductor.elapsed();
    if (current.kind === 'vote' && closes.has(current.id)) {
      closedAt ??= elapsed;
      if (clock.state === 'paused') conductor.resume();
      if (elapsed - closedAt < (othersReady() ? LEAST : READS)) return;
      conductor.goOn();
      return;
    }
    const done = othersReady();
    doneAt = done ? (doneAt ?? elapsed) : null;
    const thinks = doneAt !== null && elapsed - doneAt < SECOND_THOUGHT;
    if (elapsed < clock.box && !(elapsed > LEAST && done && !thinks)) return;
    if (current.kind === 'vote') conductor.closeVote();
    else if (next !== null || current.kind === 'checkout') conductor.goOn();
  };

  const stop = conductor.subscribe(turn);
  turn();
  lead();
  return () => {
    stop();
    for (const cancel of timers) cancel();
  };
}
