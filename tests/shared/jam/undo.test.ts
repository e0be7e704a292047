import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ideasRoot, REGISTER_ROOTS, registers } from '../../../shared/doc/schema.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { atLength } from '../../support/atLength.ts';
import { actAtRandom, createDice, exchange, openPerson, type Person } from '../../support/threePeople.ts';

const place = { board: 'main', group: null, x: 0, y: 0, auto: false };

function addIdea(person: Person, text: string): string {
  const added = person.jam.run('idea.add', { place, text });
  if (!added.ok) throw new Error(added.sentence);
  return added.value.idea;
}

/**
 * What others did, straight from Yjs: each register whose current value somebody else wrote, and each character that
 * somebody else wrote and that is not deleted.
 */
function othersWork(doc: Y.Doc): Map<string, unknown> {
  const work = new Map<string, unknown>();
  const note = (name: string, map: Y.Map<unknown>): void => {
    for (const [key, item] of map._map) {
      if (item.id.client !== doc.clientID && !(item.content instanceof Y.ContentType)) {
        work.set(`${name}/${key}`, JSON.stringify(item.content.getContent()));
      }
    }
  };
  for (const root of REGISTER_ROOTS) note(root, registers(doc, root));
  for (const [id, idea] of ideasRoot(doc)) {
    note(`ideas/${id}`, idea);
    for (const field of ['text', 'detail']) {
      const ytext = idea.get(field);
      if (!(ytext instanceof Y.Text)) continue;
      let words = '';
      for (let item = ytext._start; item !== null; item = item.right) {
        if (item.id.client !== doc.clientID && !item.deleted)
          words += String(item.content.getContent().join(''));
      }
      work.set(`ideas/${id}/${field}`, words);
    }
  }
  return work;
}

/** What a person sees of it: nothing that lies in the bin or was withdrawn, nor anything that hangs on it. */
function visible({ ideas, riffs, comments, groups, decisions, brief }: JamSnapshot): string {
  const there = (idea: string): boolean => ideas.get(idea)?.bin === false;
  return JSON.stringify([
    [...ideas.values()].filter(({ bin }) => !bin).map(({ id, kind, place, text }) => [id, kind, place, text]),
    [...riffs.values()]
      .filter(({ gone, parent, child }) => !gone && there(parent) && there(child))
      .map(({ parent, child, bond }) => [parent, child, bond]),
    [...comments.values()].filter(({ gone, idea }) => !gone && there(idea)).map(({ text }) => text),
    [...groups.values()].filter(({ bin }) => !bin).map(({ id, name, x }) => [id, name, x]),
    [...decisions.values()].filter(({ idea, outcome }) => outcome !== null && there(idea)).length,
    brief,
  ]);
}

describe('undo', () => {
  it('takes back an added idea by putting it in the bin, and redo brings it with its words', () => {
    const alice = openPerson('alice', 1);
    const idea = addIdea(alice, 'a door that stays open');
    expect(alice.jam.undo().ok).toBe(true);
    expect(alice.jam.snapshot().ideas.get(idea)?.bin).toBe(true);
    alice.jam.redo();
    expect(alice.jam.snapshot().ideas.get(idea)).toMatchObject({
      bin: false,
      text: 'a door that stays open',
    });
  });

  it('takes back what was done together as one step, and brings it back as one', () => {
    const { jam } = openPerson('alice', 1);
    const added = jam.run('idea.add', { place, text: 'a bench' });
    if (!added.ok) throw new Error(added.sentence);
    const { idea } = added.value;
    const move = (x: number) =>
      jam.run('idea.move', { moves: [{ idea, x, y: 0, group: null, auto: false }] });
    jam.together(() => {
      jam.run('idea.kind', { ideas: [idea], kind: 'risk' });
      move(176);
      move(352);
    });
    expect(jam.undoTitle()).toBe('change kind');
    jam.undo();
    expect(jam.snapshot().ideas.get(idea)).toMatchObject({ kind: 'note', place: { x: 0 }, bin: false });
    jam.redo();
    expect(jam.snapshot().ideas.get(idea)).toMatchObject({ kind: 'risk', place: { x: 352 } });
    jam.undo();
    jam.undo();
    expect(jam.snapshot().ideas.get(idea)?.bin).toBe(true);
  });

  it('what was typed first belongs to the adding; what was typed later is a step of its own', () => {
    const { jam } = openPerson('alice', 1);
    const added = jam.run('idea.add', { place });
    if (!added.ok) throw new Error(added.sentence);
    const type = (words: string): void => {
      const open = jam.openText({ idea: added.value.idea, field: 'text' });
      if (!open.ok) throw new Error(open.sentence);
      const { ytext, origin, close } = open.value;
      jam.doc.transact(() => ytext.insert(ytext.length, words), origin);
      close();
    };
    const text = () => jam.snapshot().ideas.get(added.value.idea)?.text;
    type('a bench');
    type(' in the shade');
    expect(text()).toBe('a bench in the shade');
    jam.undo();
    expect(text()).toBe('a bench');
    jam.undo();
    expect(jam.snapshot().ideas.get(added.value.idea)?.bin).toBe(true);
  });

  it('leaves an idea on the board when somebody else wrote into it since, and says so', () => {
    const people = [openPerson('alice', 1), openPerson('bob', 2)] as const;
    const [alice, bob] = people;
    const idea = addIdea(alice, 'a bench');
    exchange(people);
    bob.jam.run('idea.text', { idea, field: 'text', text: 'a bench in the shade' });
    exchange(people);
    const undone = alice.jam.undo();
    expect(undone.ok && undone.value.skipped).toContain('somebody worked on it since');
    expect(alice.jam.snapshot().ideas.get(idea)).toMatchObject({ bin: false, text: 'a bench in the shade' });
  });

  it('takes back a move only while the idea is still where it was put', () => {
    const people = [openPerson('alice', 1), openPerson('bob', 2)] as const;
    const [alice, bob] = people;
    const idea = addIdea(alice, 'a bench');
    alice.jam.run('idea.move', { moves: [{ idea, x: 176, y: 0, group: null, auto: false }] });
    exchange(people);
    bob.jam.run('idea.move', { moves: [{ idea, x: 352, y: 0, group: null, auto: false }] });
    exchange(people);
    alice.jam.undo();
    expect(alice.jam.snapshot().ideas.get(idea)?.place.x).toBe(352);
  });

  it('takes back typing without a letter of somebody else who typed in the same sheet', () => {
    const people = [openPerson('alice', 1), openPerson('bob', 2)] as const;
    const [alice, bob] = people;
    const idea = addIdea(bob, 'shade');
    exchange(people);
    const session = alice.jam.openText({ idea, field: 'text' });
    if (!session.ok) throw new Error(session.sentence);
    alice.jam.doc.transact(() => session.value.ytext.insert(5, ' and water'), session.value.origin);
    session.value.close();
    exchange(people);
    bob.jam.run('idea.text', { idea, field: 'text', text: 'deep shade and water' });
    exchange(people);
    alice.jam.undo();
    expect(alice.jam.snapshot().ideas.get(idea)?.text).toBe('deep shade');
    alice.jam.redo();
    expect(alice.jam.snapshot().ideas.get(idea)?.text).toBe('deep shade and water');
  });

  it('makes writing a new sheet one step, and leaves no step for a sheet left empty', () => {
    const alice = openPerson('alice', 1);
    const kept = addIdea(alice, '');
    const session = alice.jam.openText({ idea: kept, field: 'text' });
    if (!session.ok) throw new Error(session.sentence);
    alice.jam.doc.transact(() => session.value.ytext.insert(0, 'written'), session.value.origin);
    session.value.close();
    const empty = addIdea(alice, '');
    const second = alice.jam.openText({ idea: empty, field: 'text' });
    if (second.ok) second.value.close();
    expect(alice.jam.snapshot().ideas.get(empty)?.bin).toBe(true);
    alice.jam.undo();
    expect(alice.jam.snapshot().ideas.get(kept)?.bin).toBe(true);
    expect(alice.jam.undoTitle()).toBeNull();
  });

  for (let seed = 1; seed <= atLength(8, 20); seed++) {
    it(`alone, takes everything back step by step the way it came, and brings it all again (seed ${seed})`, () => {
      const alice = openPerson('alice', seed);
      const dice = createDice(seed + 2000);
      alice.jam.run('jam.start', { challenge: 'Why?', name: 'Alice' });
      const states = [visible(alice.jam.snapshot())];
      // Neither taking back in between, nor typing: first words belong to the adding before them.
      const acts = [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14];
      for (let act = 0; act < 40; act++) {
        actAtRandom(alice, (sides) => (sides === 16 ? (acts[dice(acts.length)] as number) : dice(sides)));
        const now = visible(alice.jam.snapshot());
        if (now !== states.at(-1)) states.push(now);
      }
      const walk = (go: 'undo' | 'redo'): string[] => {
        const seen = [visible(alice.jam.snapshot())];
        for (let done = alice.jam[go](); done.ok; done = alice.jam[go]()) {
          expect(done.value.skipped).toBeNull();
          const now = visible(alice.jam.snapshot());
          if (now !== seen.at(-1)) seen.push(now);
        }
        return seen;
      };
      for (let round = 0; round < 2; round++) {
        expect(walk('undo')).toEqual(states.toReversed());
        expect(walk('redo')).toEqual(states);
      }
      alice.jam.dispose();
    });
  }

  for (let seed = 1; seed <= atLength(12, 40); seed++) {
    it(`never removes or changes what somebody else did (seed ${seed})`, () => {
      const people = ['alice', 'bob', 'carol'].map((name, index) => openPerson(name, seed * 10 + index));
      const dice = createDice(seed + 1000);
      for (let step = 0; step < 80; step++) {
        const person = people[dice(people.length)] as Person;
        if (dice(4) > 0) actAtRandom(person, dice);
        else {
          const before = othersWork(person.jam.doc);
          const untouched = [...ideasRoot(person.jam.doc)].filter(
            ([id, map]) =>
              !map._map.has('bin') && person.jam.snapshot().ideas.get(id)?.born.author !== person.jam.me,
          );
          if (dice(4) > 0) person.jam.undo();
          else person.jam.redo();
          const after = othersWork(person.jam.doc);
          for (const [what, value] of before) expect(after.get(what), what).toEqual(value);
          for (const [id] of untouched) expect(person.jam.snapshot().ideas.get(id)?.bin, id).toBe(false);
        }
        if (dice(5) === 0) exchange(people);
      }
      for (const person of people) person.jam.dispose();
    });
  }
});
