/**
 * How a practice partner plays: does what its phase asks, a little later than a quick person would, by the very commands
 * that everybody has. The one that leads goes on when time is up, or earlier when the person says that they are done.
 */
import type { Conductor } from '../conduct/conductor.ts';
import { createBoardLayout } from '../ideas/boardLayout.ts';
import { placeForRiff } from '../ideas/placement.ts';
import type { Jam } from '../jam/jam.ts';
import type { Schedule } from '../log/recorder.ts';
import type { Run } from '../model/course.ts';
import { type IdeaId, MAIN_BOARD } from '../model/ids.ts';
import type { Partner } from './partners.ts';

export interface PartnerParts {
  readonly jam: Jam;
  readonly conductor: Conductor;
  readonly partner: Partner;
  readonly schedule: Schedule;
  /** A number from 0 to below its argument. */
  readonly pick: (sides: number) => number;
  /** The people who are no partners are all done with this phase. */
  readonly othersReady: () => boolean;
}

/** ms: how long a partner thinks before its first act in a phase, and between acts. */
const THINKS = 6_000;
const BETWEEN = 9_000;
/** The leading partner looks at the clock so often, ms, and never goes on before a phase is this old. */
const LOOKS = 500;
const LEAST = 5_000;
/** Once everybody said that they are done with a vote, it is closed so much later, ms: one may still take a step back. */
const SECOND_THOUGHT = 5_000;
/** A closed vote is read for so long before the session goes on, ms; for `LEAST` where the people are done sooner. */
const READS = 15_000;

export function playPartner(parts: PartnerParts): () => void {
  const { jam, conductor, partner, schedule, pick, othersReady } = parts;
  const timers = new Set<() => void>();
  let seen: string | null = null;
  let riffed = 0;
  let closedAt: number | null = null;
  /** When the people had all said that they are done with this vote, by its clock. */
  let doneAt: number | null = null;

  const later = (ms: number, run: () => void): void => {
    const stop = schedule(ms, () => {
      timers.delete(stop);
      run();
    });
    timers.add(stop);
  };
  const nextRiff = (): string => partner.riffs[riffed++ % partner.riffs.length] ?? 'Yes, and';

  const riffOn = (idea: IdeaId): void => {
    const snapshot = jam.snapshot();
    const board = createBoardLayout(MAIN_BOARD, jam.structureOf);
    const layout = board.update(snapshot, null);
    const place = placeForRiff(snapshot, { layout, sheets: board.index }, idea);
    if (place !== null) jam.run('idea.add', { place, text: nextRiff(), parents: [{ idea, bond: 'build' }] });
  };
  /** Somebody else's root, those that nobody has touched first. */
  const sheetOfOthers = (): IdeaId | undefined => {
    const snapshot = jam.snapshot();
    const { lineage } = jam.structureOf(snapshot);
    const others = [...snapshot.ideas.values()].filter(({ bin, born }) => !bin && born.author !== jam.me);
    const fresh = others.filter(({ id }) => lineage.isFresh(id));
    const from = fresh.length > 0 ? fresh : others;
    return from[pick(from.length)]?.id;
  };

  /** What one does in this phase, one act after the other. */
  const actsOf = (run: Run): (() => void)[] => {
    switch (run.kind) {
      case 'solo':
        return partner.thoughts.map((text) => () => void conductor.write(text));
      case 'rotate':
        return (run.dealt.get(jam.me) ?? []).slice(0, 2).map((idea) => () => riffOn(idea));
      case 'riff':
      case 'fresh':
        return [0, 1].map(() => () => {
          const idea = sheetOfOthers();
          if (idea !== undefined) riffOn(idea);
        });
      case 'nominate':
        return [0, 1].map(() => () => {
          const idea = sheetOfOthers();
          if (idea !== undefined) jam.run('nominee.set', { idea, named: true });
        });
      case 'vote':
        return [0, 1].map((n) => () => {
          const idea = run.list[pick(run.list.length)];
          if (idea !== undefined) conductor.place(idea, n === 0 ? 3 : 2);
        });
      case 'checkout':
        return [() => void jam.run('reflection.add', { question: 'word', text: partner.word })];
      default:
        return [];
    }
  };

  const turn = (): void => {
    const { current } = conductor.course();
    if (current === null || current.id === seen) return;
    seen = current.id;
    closedAt = null;
    doneAt = null;
    for (const [i, act] of actsOf(current).entries()) {
      later(THINKS + i * BETWEEN + pick(4_000), () => {
        if (conductor.course().current?.id === current.id) act();
      });
    }
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
    const thinks = current.kind === 'vote' && doneAt !== null && elapsed - doneAt < SECOND_THOUGHT;
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
