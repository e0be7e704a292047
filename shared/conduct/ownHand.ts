/** What a person does for themselves: sheets before the reveal, dots, answers. */
import type { Jam } from '../jam/jam.ts';
import type { Run, RunId } from '../model/course.ts';
import { ballotsOf, type Course, openVote } from '../phases/course.ts';
import { type Placed, refuseDots } from '../phases/tally.ts';
import type { Context } from '../util/context.ts';
import type { OwnHand } from './conductor.ts';
import type { Draft, PrivateStore } from './privatePart.ts';

interface OwnHandParts {
  readonly jam: Jam;
  readonly context: Context;
  readonly privates: PrivateStore;
  readonly tell: () => void;
}

export interface OwnHandAndMore extends OwnHand {
  handIn(drafts: readonly Draft[]): void;
  placedIn(run: RunId): Placed;
}

export function createOwnHand({ jam, context, privates, tell }: OwnHandParts): OwnHandAndMore {
  const course = (): Course => jam.courseOf(jam.snapshot());
  /** Sheets that a reveal went by without: of runs that are over. */
  const waiting = (): Draft[] => {
    const { current, runs, apart } = course();
    const over = new Set([...runs, ...apart].map(({ id }) => id).filter((id) => id !== current?.id));
    return privates
      .get()
      .drafts.filter(({ tray, run, text }) => tray !== 'mine' && over.has(run) && text.trim() !== '');
  };
  const handIn = (drafts: readonly Draft[]): void => {
    for (const run of new Set(drafts.map((draft) => draft.run))) {
      const done = jam.run('drafts.reveal', { run, drafts: drafts.filter((draft) => draft.run === run) });
      if (!done.ok) return;
    }
    const gone = new Set(drafts.map(({ id }) => id));
    const part = privates.get();
    privates.set({ ...part, drafts: part.drafts.filter(({ id }) => !gone.has(id)) });
    if (drafts.length > 0) tell();
  };

  /** By the log's clock, as far as this vote has moved it: what a second device of mine says later is later. */
  const now = ({ id, lamport }: Run): number =>
    ballotsOf(jam.snapshot().course, id).reduce(
      (latest, ballot) => Math.max(latest, ballot.lamport),
      lamport,
    );

  return {
    handIn,
    placedIn(run) {
      const { dots, placedAt } = privates.get();
      return { dots: new Map(Object.entries(dots[run] ?? {})), placedAt: placedAt[run] ?? 0 };
    },
    privatePart: privates.get,
    write(text = '', tray = 'in') {
      const { current } = course();
      if (current?.kind !== 'solo') return null;
      const draft: Draft = { id: context.newId(), run: current.id, text, kind: 'note', tray };
      const part = privates.get();
      privates.set({ ...part, drafts: [...part.drafts, draft] });
      tell();
      return draft;
    },
    rewrite(id, change) {
      const part = privates.get();
      const { current } = course();
      const run = change.tray !== undefined && current?.kind === 'solo' ? { run: current.id } : null;
      privates.set({
        ...part,
        drafts: part.drafts.map((draft) => (draft.id === id ? { ...draft, ...change, ...run } : draft)),
      });
      tell();
    },
    drop(id) {
      const part = privates.get();
      privates.set({ ...part, drafts: part.drafts.filter((draft) => draft.id !== id) });
      tell();
    },
    bringBack(draft) {
      const part = privates.get();
      if (part.drafts.some(({ id }) => id === draft.id)) return;
      privates.set({ ...part, drafts: [...part.drafts, draft] });
      tell();
    },
    late: waiting,
    handInLate() {
      handIn(waiting());
    },
    keepLate() {
      const late = new Set(waiting().map(({ id }) => id));
      const part = privates.get();
      privates.set({
        ...part,
        drafts: part.drafts.map((draft) =>
          late.has(draft.id) ? { ...draft, tray: 'mine' as const } : draft,
        ),
      });
      tell();
    },
    place(idea, dots) {
      const vote = openVote(course());
      if (vote === null) return 'The vote is closed.';
      if (course().clock.closing) return 'The dots are being counted: what lies there counts.';
      const next = new Map(Object.entries(privates.get().dots[vote.id] ?? {}));
      if (dots > 0) next.set(idea, dots);
      else next.delete(idea);
      const refusal = refuseDots(next, vote.list, vote.options);
      if (refusal !== null) return refusal;
      const part = privates.get();
      privates.set({
        ...part,
        dots: { ...part.dots, [vote.id]: Object.fromEntries(next) },
        placedAt: { ...part.placedAt, [vote.id]: now(vote) },
      });
      tell();
      return null;
    },
    answer(question, text, run = course().current?.id) {
      if (run === undefined) return;
      const part = privates.get();
      privates.set({
        ...part,
        answers: { ...part.answers, [run]: { ...part.answers[run], [question]: text } },
      });
      tell();
    },
  };
}
