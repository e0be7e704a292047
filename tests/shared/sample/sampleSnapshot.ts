/** The sample as a snapshot, for layouts and exports; the app makes a log of it instead. */

import { GROUP_HEAD } from '../../../shared/ideas/groupAreas.ts';
import { letterOf } from '../../../shared/ideas/labels.ts';
import { NO_COURSE } from '../../../shared/model/course.ts';
import { MAIN_BOARD, riffKey } from '../../../shared/model/ids.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { SAMPLE } from '../../../shared/sample/sample.ts';
import { modulePoint, sampleGroupRect } from '../../../shared/sample/sampleJam.ts';

const start = Date.UTC(2026, 0, 20, 18);

export function sampleSnapshot(): JamSnapshot {
  const { ideas, groups, people, connectors, comments, decisions, brief } = SAMPLE;
  const stamp = (by: string, minute: number) => ({ by, lamport: minute, at: start + minute * 60_000 });
  const origins = new Map(groups.map((group) => [group.ref, sampleGroupRect(group, GROUP_HEAD)]));
  const rootOf = new Map<string, string>();
  const counts = new Map<string | null, number>();
  for (const idea of ideas) {
    const parent = idea.parents[0]?.ref;
    rootOf.set(idea.ref, parent === undefined ? idea.ref : (rootOf.get(parent) as string));
  }
  const map = <T>(entries: readonly (readonly [string, T])[]) => new Map(entries);
  const claims = map(
    ideas.map(({ ref, parents }) => {
      const root = parents.length === 0 ? null : (rootOf.get(ref) as string);
      const n = (counts.get(root) ?? (root === null ? 0 : 1)) + 1;
      counts.set(root, n);
      return [ref, { root, n }] as const;
    }),
  );
  const labelOf = (ref: string): string => {
    const claim = claims.get(ref) as { root: string | null; n: number };
    return claim.root === null ? letterOf(claim.n) : `${labelOf(claim.root)}${claim.n}`;
  };
  return {
    revision: 1,
    structure: 1,
    brief: { ...brief, title: SAMPLE.title },
    creator: SAMPLE.host,
    created: start,
    boards: map([[MAIN_BOARD, { id: MAIN_BOARD, name: 'Board', order: 'a0', bin: false }]]),
    ideas: map(
      ideas.map((idea, i) => {
        const at = modulePoint(idea);
        const origin = origins.get(idea.group) ?? { x: 0, y: 0 };
        const born = {
          author: idea.author,
          hand: idea.author,
          created: start + idea.minute * 60_000,
          lamport: i + 1,
        };
        return [
          idea.ref,
          {
            id: idea.ref,
            born: { ...born, run: null, framing: null, claim: claims.get(idea.ref) ?? null },
            kind: idea.kind,
            place: {
              board: MAIN_BOARD,
              group: idea.group,
              x: at.x - origin.x,
              y: at.y - origin.y,
              auto: false,
            },
            text: idea.text,
            detail: idea.detail ?? '',
            bin: false,
            lock: false,
          },
        ];
      }),
    ),
    riffs: map(
      ideas.flatMap((idea, i) =>
        idea.parents.map(({ ref: parent, bond }, n) => {
          const key = riffKey(idea.ref, parent);
          return [
            key,
            {
              ...stamp(idea.author, idea.minute),
              lamport: 10 * i + n,
              key,
              child: idea.ref,
              parent,
              bond,
              gone: false,
            },
          ] as const;
        }),
      ),
    ),
    connectors: map(
      connectors.map(({ from, to, label, by, minute }, i) => [
        `line${i}`,
        {
          ...stamp(by, minute),
          id: `line${i}`,
          from: { type: 'idea', id: from },
          to: { type: 'idea', id: to },
          label,
          bin: false,
        },
      ]),
    ),
    groups: map(
      groups.map((group) => [
        group.ref,
        {
          ...stamp(SAMPLE.host, 12),
          id: group.ref,
          board: MAIN_BOARD,
          parent: null,
          name: group.name,
          role: group.role,
          ...sampleGroupRect(group, GROUP_HEAD),
          bin: false,
        },
      ]),
    ),
    comments: map(
      comments.map(({ idea, by, text, minute }, i) => [
        `${idea}:${i}`,
        { ...stamp(by, minute), key: `${idea}:${i}`, idea, text, gone: false },
      ]),
    ),
    decisions: map(
      decisions.map(({ idea, outcome, reason, owner, firstStep, dueInDays, by, minute }) => {
        const due =
          dueInDays === null ? '' : new Date(start + dueInDays * 86_400_000).toISOString().slice(0, 10);
        const name = people.find(({ ref }) => ref === owner)?.name ?? '';
        return [
          `${idea}:1`,
          {
            ...stamp(by, minute),
            key: `${idea}:1`,
            idea,
            outcome,
            reason,
            owner: name,
            firstStep,
            due,
            dissent: '',
            accepted: true,
          },
        ];
      }),
    ),
    members: map(people.map(({ ref, name, expertise }) => [ref, { id: ref, name, expertise, lamport: 1 }])),
    course: NO_COURSE,
    settled: map(
      ideas.map(({ ref, author, minute }) => [ref, { ...stamp(author, minute), label: labelOf(ref) }]),
    ),
  };
}
