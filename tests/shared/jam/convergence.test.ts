import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readSnapshot } from '../../../shared/doc/readSnapshot.ts';
import { atLength } from '../../support/atLength.ts';
import { contents } from '../../support/contents.ts';
import { actAtRandom, createDice, exchange, openPerson, type Person } from '../../support/threePeople.ts';

function openThree(seed: number): Person[] {
  const people = ['alice', 'bob', 'carol'].map((name, index) => openPerson(name, seed * 10 + index));
  people[0]?.jam.run('jam.start', { challenge: 'Who opens when nobody is at the counter?', name: 'Alice' });
  exchange(people);
  return people;
}

describe('alice, bob and carol', () => {
  for (let seed = 1; seed <= atLength(10, 30); seed++) {
    it(`hold the same jam after random commands with undo, however they meet (seed ${seed})`, () => {
      const people = openThree(seed);
      const dice = createDice(seed);
      for (let step = 0; step < 80; step++) {
        const person = people[dice(people.length)] as Person;
        actAtRandom(person, dice);
        expect(contents(person.jam.snapshot())).toEqual(contents(readSnapshot(person.jam.doc)));
        if (dice(8) === 0) exchange(people.filter(() => dice(3) > 0));
      }
      exchange(people);
      const [first, ...others] = people.map((person) => contents(person.jam.snapshot()));
      for (const other of others) expect(other).toEqual(first);
      const states = people.map((person) => Y.encodeSnapshot(Y.snapshot(person.jam.doc)));
      for (const state of states) expect(state).toEqual(states[0]);
      for (const person of people) person.jam.dispose();
    });
  }
});
