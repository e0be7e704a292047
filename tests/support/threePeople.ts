/** Alice, Bob and Carol on one jam, with a seed: random but repeatable commands, undo, and exchanges of records. */
import { createJam } from '../../shared/jam/createJam.ts';
import { BONDS } from '../../shared/model/snapshot.ts';
import { createSeededContext, type SeededContext } from '../../shared/util/context.ts';

export type Person = ReturnType<typeof openPerson>;

export function openPerson(name: string, seed: number) {
  const context: SeededContext = createSeededContext(seed);
  const owner = { device: context.randomBytes(32), memberId: `member-${name}`, memberName: name };
  const jam = createJam({ id: 'jam', owner, context });
  return { name, jam, context };
}

/** Everybody hears everything that the others did. */
export function exchange(people: readonly Person[]): void {
  for (let round = 0; round < 2; round++) {
    for (const from of people) {
      const records = from.jam.records();
      for (const to of people) if (to !== from) to.jam.merge(records);
    }
  }
}

/** A small repeatable dice. */
export function createDice(seed: number): (sides: number) => number {
  const context = createSeededContext(seed);
  return (sides) => {
    const [a = 0, b = 0] = context.randomBytes(2);
    return (a * 256 + b) % sides;
  };
}

/** One random act of one person; says what it was. */
export function actAtRandom(person: Person, dice: (sides: number) => number): string {
  const { jam } = person;
  person.context.advance(1 + dice(1000));
  const snapshot = jam.snapshot();
  const ideas = [...snapshot.ideas.keys()];
  const pick = <T>(list: readonly T[]): T | undefined => list[dice(Math.max(1, list.length))];
  const idea = pick(ideas);
  const other = pick(ideas);
  const place = { board: 'main', group: null, x: dice(10) * 176, y: dice(10) * 92, auto: false };
  switch (idea === undefined ? 0 : dice(16)) {
    case 0:
    case 1:
      jam.run('idea.add', { place, text: `${person.name} thinks ${dice(100)}` });
      return 'add';
    case 2:
    case 3:
      jam.run('idea.add', {
        place,
        text: 'riff',
        parents: [{ idea: idea as string, bond: pick(BONDS) ?? 'build' }],
      });
      return 'riff';
    case 4:
      jam.run('idea.move', {
        moves: [{ idea: idea as string, x: place.x, y: place.y, group: null, auto: false }],
      });
      return 'move';
    case 5:
      jam.run('idea.kind', { ideas: [idea as string], kind: pick(['note', 'risk', 'insight']) ?? 'note' });
      return 'kind';
    case 6:
      jam.run('idea.bin', { ideas: [idea as string], bin: dice(3) > 0 });
      return 'bin';
    case 7:
      jam.run('idea.text', {
        idea: idea as string,
        field: 'text',
        text: `${snapshot.ideas.get(idea as string)?.text} ${dice(9)}`,
      });
      return 'text';
    case 8: {
      const session = jam.openText({ idea: idea as string, field: 'text' });
      if (!session.ok) return 'open refused';
      const { ytext, origin } = session.value;
      jam.doc.transact(() => ytext.insert(dice(ytext.length + 1), person.name[0] ?? '?'), origin);
      if (ytext.length > 3) jam.doc.transact(() => ytext.delete(dice(ytext.length - 1), 1), origin);
      session.value.close();
      return 'type';
    }
    case 9:
      jam.run('comment.add', { idea: idea as string, text: `says ${person.name}` });
      return 'comment';
    case 10:
      jam.run('riff.add', { parent: idea as string, child: other as string, bond: 'combine' });
      return 'link';
    case 11: {
      const group = jam.run('group.add', {
        board: 'main',
        name: person.name,
        x: 0,
        y: 0,
        w: 142,
        h: 82,
        ideas: [],
      });
      return group.ok ? 'group' : 'group refused';
    }
    case 12: {
      const group = pick([...snapshot.groups.keys()]);
      if (group !== undefined) jam.run('group.change', { group, x: place.x, name: `${dice(50)}` });
      return 'change group';
    }
    case 13:
      jam.run('decision.set', {
        idea: idea as string,
        outcome: 'later',
        reason: 'because',
        owner: '',
        firstStep: '',
        due: '',
      });
      return 'decide';
    case 14:
      jam.run('brief.set', { field: 'why', text: `${snapshot.brief.why}${dice(10)}` });
      return 'brief';
    default:
      if (dice(3) === 0) jam.redo();
      else jam.undo();
      return 'undo or redo';
  }
}
