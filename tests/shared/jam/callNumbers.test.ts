import { describe, expect, it } from 'vitest';
import { deriveLabels } from '../../../shared/ideas/labels.ts';
import { deriveLineage } from '../../../shared/ideas/lineage.ts';
import { atLength } from '../../support/atLength.ts';
import { actAtRandom, createDice, exchange, openPerson, type Person } from '../../support/threePeople.ts';

function labelsOf({ jam }: Person): ReadonlyMap<string, string> {
  const snapshot = jam.snapshot();
  return deriveLabels(snapshot, deriveLineage(snapshot));
}

describe('call numbers', () => {
  for (let seed = 1; seed <= atLength(10, 25); seed++) {
    it(`stay what they are under any merge once the host has settled them (seed ${seed})`, () => {
      const [alice, bob, carol] = ['alice', 'bob', 'carol'].map((name, index) =>
        openPerson(name, seed * 7 + index),
      ) as [Person, Person, Person];
      const people = [alice, bob, carol];
      alice.jam.run('jam.start', { challenge: 'Who keeps the lights on?', name: 'Alice' });
      exchange(people);
      const dice = createDice(seed);
      const settled = new Map<string, string>();
      for (let step = 0; step < 60; step++) {
        actAtRandom(people[dice(3)] as Person, dice);
        if (dice(6) === 0) exchange(people.filter(() => dice(4) > 0));
        for (const [idea, label] of labelsOf(alice)) {
          if (!alice.jam.snapshot().settled.has(idea)) continue;
          if (settled.has(idea)) expect(label).toBe(settled.get(idea));
          else settled.set(idea, label);
        }
      }
      exchange(people);
      const final = labelsOf(alice);
      for (const [idea, label] of settled) expect(final.get(idea)).toBe(label);
      for (const person of people) expect(labelsOf(person)).toEqual(final);
      expect(new Set(final.values()).size, 'no two ideas answer to one number').toBe(final.size);
    });
  }
});
