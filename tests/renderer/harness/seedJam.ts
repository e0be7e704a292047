/** The made-up jam as a log: nine people who write in turn, each on a laptop of their own, merged. */
import { createJam } from '../../../shared/jam/createJam.ts';
import { encodeRecords, type LogRecord } from '../../../shared/log/journalRecord.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { brief, decisions, ideas, people } from './data.ts';

const minute = 60_000;
const pitch = { x: 176, y: 92 };

export function seedJam(id: string, start: number): Uint8Array {
  let time = start;
  const laptops = new Map(
    people.map((person, i) => {
      const context = { ...createSeededContext(i + 1), now: () => time };
      const device = new Uint8Array(32).fill(i + 1);
      const jam = createJam({ id, owner: { device, memberId: person.id, memberName: person.name }, context });
      return [person.id, jam];
    }),
  );
  const host = laptops.get('GL');
  if (host === undefined) throw new Error('no host');
  let shared: readonly LogRecord[] = [];
  type Jam = typeof host;
  const as = (who: string, work: (jam: Jam) => void): void => {
    const jam = laptops.get(who) ?? host;
    jam.merge(shared);
    work(jam);
    host.merge(jam.records());
    shared = host.records();
    time += minute;
  };

  as('GL', (jam) => {
    jam.run('jam.start', { challenge: brief.challenge, name: 'Greta Lind' });
    jam.run('jam.rename', { title: brief.title ?? '' });
    for (const field of ['why', 'stakeholders', 'constraints', 'unknowns', 'decider'] as const) {
      jam.run('brief.set', { field, text: brief[field] });
    }
  });
  for (const { id: who, name, expertise } of people)
    as(who, (jam) => jam.run('member.set', { name, expertise }));

  const idOf = new Map<string, string>();
  for (const { label, text, by, kind, from = [], at, detail = '' } of ideas) {
    as(by, (jam) => {
      const added = jam.run('idea.add', {
        place: {
          board: MAIN_BOARD,
          group: null,
          x: at[0] * pitch.x,
          y: at[1] * pitch.y,
          auto: from.length > 0,
        },
        text,
        detail,
        ...(kind === undefined ? null : { kind }),
        parents: from.map(([bond, parent]) => ({ idea: idOf.get(parent) ?? '', bond })),
      });
      if (added.ok) idOf.set(label, added.value.idea);
      else console.error(label, added.sentence);
    });
    // The second sitting came after lunch.
    if (label === 'J') time += 130 * minute;
  }
  for (const { label, comments = [] } of ideas) {
    for (const [by, text] of comments)
      as(by, (jam) => jam.run('comment.add', { idea: idOf.get(label) ?? '', text }));
  }
  time += 20 * 60 * minute;
  for (const { idea, ...decision } of decisions) {
    as('GL', (jam) => jam.run('decision.set', { ...decision, idea: idOf.get(idea) ?? '' }));
  }
  const records = encodeRecords(shared);
  for (const jam of laptops.values()) jam.dispose();
  return records;
}
