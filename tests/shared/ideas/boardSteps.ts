/** Steps that change a small board in every way its layout can notice; for tests that compare layouts. */
import fc from 'fast-check';
import { MODULE } from '../../../shared/model/geometry.ts';
import { type IdeaId, MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { Idea, JamSnapshot, SnapshotChange } from '../../../shared/model/snapshot.ts';
import { NO_CHANGE, someGroup, someIdea, someRiff } from './someJam.ts';

const at = (column: number, row: number) => ({ x: column * MODULE.pitchX, y: row * MODULE.pitchY });

export type Step = ReturnType<typeof randomStep> extends fc.Arbitrary<infer T> ? T : never;

/** A board of ten sheets with riffs and groups already on it, so that a few steps meet much. */
export function randomBoard(): fc.Arbitrary<Step[]> {
  const small = (max: number) => fc.integer({ min: 0, max });
  const ideas = fc.array(fc.record({ column: small(3), row: small(5), group: small(6) }), {
    minLength: 10,
    maxLength: 10,
  });
  const riffs = fc.array(
    fc.record({ child: small(9), parent: small(9), combine: fc.boolean(), lamport: small(9) }),
    {
      minLength: 8,
      maxLength: 14,
    },
  );
  const groups = fc.array(fc.record({ column: small(2), row: small(4), parent: small(4) }), {
    minLength: 3,
    maxLength: 3,
  });
  return fc.record({ ideas, riffs, groups }).map(({ ideas, riffs, groups }): Step[] => [
    ...ideas.map(({ column, row, group }, i): Step => {
      const at = group < 3 ? { column: 0, row: row % 3, group: `g${group}` } : { column, row, group: null };
      return { do: 'place', id: `i${i}`, ...at, board: MAIN_BOARD };
    }),
    ...riffs.map(
      ({ child, parent, combine, lamport }): Step => ({
        do: 'riff',
        id: `i${child}`,
        parent: `i${parent}`,
        bond: combine ? 'combine' : 'build',
        gone: false,
        lamport,
      }),
    ),
    ...groups.map(
      ({ column, row, parent }, i): Step => ({
        do: 'group',
        id: `g${i}`,
        parent: parent < 3 ? `g${parent}` : null,
        column,
        row,
        bin: false,
        role: 'area',
      }),
    ),
  ]);
}

/** A small board, so that sheets meet often. */
export function randomStep() {
  const idea = fc.integer({ min: 0, max: 9 }).map((n) => `i${n}`);
  const group = fc.constantFrom<string | null>('g0', 'g1', 'g2', 'missing', null);
  return fc.oneof(
    fc.record({
      do: fc.constant('place' as const),
      id: idea,
      column: fc.integer({ min: 0, max: 3 }),
      row: fc.integer({ min: 0, max: 5 }),
      group,
      board: fc.constantFrom(MAIN_BOARD, MAIN_BOARD, MAIN_BOARD, 'other'),
    }),
    fc.record({ do: fc.constant('text' as const), id: idea, words: fc.integer({ min: 0, max: 40 }) }),
    fc.record({
      do: fc.constant('kind' as const),
      id: idea,
      kind: fc.constantFrom('note', 'proposal', 'from the future'),
    }),
    fc.record({ do: fc.constant('bin' as const), id: idea, bin: fc.boolean() }),
    fc.record({
      do: fc.constant('riff' as const),
      id: idea,
      parent: idea,
      bond: fc.constantFrom('build' as const, 'combine' as const),
      gone: fc.boolean(),
      lamport: fc.integer({ min: 1, max: 9 }),
    }),
    fc.record({
      do: fc.constant('group' as const),
      id: fc.constantFrom<string>('g0', 'g1', 'g2'),
      parent: group,
      column: fc.integer({ min: 0, max: 2 }),
      row: fc.integer({ min: 0, max: 4 }),
      bin: fc.boolean(),
      role: fc.constantFrom('area' as const, 'fresh' as const),
    }),
    fc.record({
      do: fc.constant('connect' as const),
      id: idea,
      to: fc.oneof(idea, group),
      bin: fc.boolean(),
    }),
    fc.record({
      do: fc.constant('comment' as const),
      id: idea,
      n: fc.integer({ min: 0, max: 3 }),
      gone: fc.boolean(),
    }),
    fc.record({
      do: fc.constant('decide' as const),
      id: idea,
      n: fc.integer({ min: 0, max: 3 }),
      lamport: fc.integer({ min: 1, max: 4 }),
    }),
    fc.record({ do: fc.constant('name' as const), name: fc.constantFrom('Ana Bo', 'Cy') }),
    fc.record({ do: fc.constant('settle' as const), id: idea, label: fc.constantFrom('A', 'B7', 'K') }),
  );
}

/** The jam after this step, and what its reader says has changed. */
export function apply(jam: JamSnapshot, step: Step): { next: JamSnapshot; change: SnapshotChange } {
  const revision = jam.revision + 1;
  const stamp = { by: 'alice', lamport: 1, at: 0 };
  const setIdea = (id: IdeaId, make: (idea: Idea) => Idea, structural = false) => {
    const known = jam.ideas.get(id);
    const n = Number(id.slice(1));
    const next = make(
      known ?? someIdea(id, { born: { lamport: n % 4, claim: n % 3 === 0 ? null : { root: null, n } } }),
    );
    const structure = jam.structure + (structural || known === undefined ? 1 : 0);
    return {
      next: { ...jam, revision, structure, ideas: new Map(jam.ideas).set(id, next) },
      change: { ...NO_CHANGE, ideas: new Set([id]) },
    };
  };
  switch (step.do) {
    case 'place':
      return setIdea(step.id, (idea) => ({
        ...idea,
        place: { ...idea.place, ...at(step.column, step.row), group: step.group, board: step.board },
      }));
    case 'text':
      return setIdea(step.id, (idea) => ({ ...idea, text: 'heat '.repeat(step.words) }));
    case 'kind':
      return setIdea(step.id, (idea) => ({ ...idea, kind: step.kind }), true);
    case 'bin':
      return setIdea(step.id, (idea) => ({ ...idea, bin: step.bin }), true);
    case 'riff': {
      const riff = someRiff(step.id, step.parent, step);
      const known = jam.riffs.get(riff.key);
      // As the reader promises: another bond alone is not another structure.
      const same = known !== undefined && known.gone === step.gone && known.lamport === step.lamport;
      const structure = jam.structure + (same ? 0 : 1);
      const clean = { ...riff, id: undefined, do: undefined };
      return {
        next: { ...jam, revision, structure, riffs: new Map(jam.riffs).set(riff.key, clean) },
        change: { ...NO_CHANGE, riffs: new Set([riff.key]) },
      };
    }
    case 'group': {
      const { parent, bin, role } = step;
      const group = someGroup(step.id, { parent, ...at(step.column, step.row), w: 142, h: 44, bin, role });
      return {
        next: { ...jam, revision, groups: new Map(jam.groups).set(step.id, group) },
        change: { ...NO_CHANGE, groups: new Set([step.id]) },
      };
    }
    case 'connect': {
      const id = `n${step.id}`;
      const to = step.to?.startsWith('i')
        ? ({ type: 'idea', id: step.to } as const)
        : ({ type: 'group', id: step.to ?? 'g0' } as const);
      const connector = {
        ...stamp,
        id,
        from: { type: 'idea', id: step.id } as const,
        to,
        label: 'x',
        bin: step.bin,
      };
      return {
        next: { ...jam, revision, connectors: new Map(jam.connectors).set(id, connector) },
        change: { ...NO_CHANGE, connectors: new Set([id]) },
      };
    }
    case 'comment': {
      const key = `${step.id}:${step.n}`;
      const comment = { ...stamp, key, idea: step.id, text: 'so', gone: step.gone };
      return {
        next: { ...jam, revision, comments: new Map(jam.comments).set(key, comment) },
        change: { ...NO_CHANGE, comments: new Set([key]) },
      };
    }
    case 'decide': {
      const key = `${step.id}:${step.n}`;
      const outcome = (['promote', 'later', null] as const)[step.n % 3] ?? null;
      const rest = { reason: '', owner: '', firstStep: '', due: '', dissent: '', accepted: true };
      const decision = { ...stamp, lamport: step.lamport, key, idea: step.id, outcome, ...rest };
      return {
        next: { ...jam, revision, decisions: new Map(jam.decisions).set(key, decision) },
        change: { ...NO_CHANGE, decisions: new Set([key]) },
      };
    }
    case 'name': {
      const member = { id: 'alice', name: step.name, expertise: '', lamport: 1 };
      return {
        next: { ...jam, revision, members: new Map(jam.members).set('alice', member) },
        change: { ...NO_CHANGE, members: new Set(['alice']) },
      };
    }
    case 'settle': {
      const settled = new Map(jam.settled).set(step.id, { ...stamp, label: step.label });
      return {
        next: { ...jam, revision, structure: jam.structure + 1, settled },
        change: NO_CHANGE,
      };
    }
  }
}
