import { describe, expect, it } from 'vitest';
import { openPerson } from '../../support/threePeople.ts';

const at = (x: number) => ({ board: 'main', group: null, x, y: 0, auto: false });

/** Alice with one idea, and Bob who has her copy. */
function aliceAndBob() {
  const alice = openPerson('alice', 1).jam;
  alice.run('member.set', { name: 'Alice' });
  alice.run('idea.add', { place: at(0), text: 'Vans take people' });
  const bob = openPerson('bob', 2).jam;
  bob.merge(alice.records());
  bob.run('member.set', { name: 'Bob' });
  return { alice, bob };
}

describe('what a merge brought', () => {
  it('is said in one sentence: ideas, riffs, groups, lines, the brief, and whose they are', () => {
    const { alice, bob } = aliceAndBob();
    const added = bob.run('idea.add', { place: at(300), text: 'On Sundays' });
    const [first] = bob.snapshot().ideas.keys();
    if (!added.ok || first === undefined) throw new Error('Bob could not add an idea.');
    const second = [...bob.snapshot().ideas.keys()].find((id) => id !== first);
    bob.run('brief.set', { field: 'why', text: 'Nobody gets home' });
    bob.run('connector.add', {
      from: { type: 'idea', id: first },
      to: { type: 'idea', id: second ?? '' },
      label: '',
    });
    expect(alice.merge(bob.records()).sentence).toBe('1 new idea, 1 line and a changed brief, by Bob.');
  });

  it('is nothing when the very same copy comes twice', () => {
    const { alice, bob } = aliceAndBob();
    const copy = bob.records();
    alice.merge(copy);
    expect(alice.merge(copy).sentence).toBe('Nothing new: you had all of it.');
  });

  it('is nothing when an older copy comes, and that is said', () => {
    const { alice } = aliceAndBob();
    const copy = alice.records();
    alice.run('idea.add', { place: at(300), text: 'Written since' });
    expect(alice.merge(copy).sentence).toBe(
      'Nothing new: this is an older copy, and you have all of it and more.',
    );
  });
});
