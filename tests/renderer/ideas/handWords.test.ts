import { expect, it } from 'vitest';
import { handWords } from '../../../renderer/ideas/handWords.ts';
import { describeDoing, OUT_OF_COURSE } from '../../../renderer/session/room/describeDoing.ts';
import type { PersonHere } from '../../../renderer/stores/roomStore.ts';
import { createUiStore } from '../../../renderer/stores/uiStore.ts';
import type { Presence } from '../../../shared/presence/presence.ts';

function person(name: string, what: Partial<Pick<Presence, 'writing' | 'holds'>>, me = false): PersonHere {
  const who = { member: name.toLowerCase(), name };
  const doing = { ...describeDoing(who, createUiStore(null).getState(), OUT_OF_COURSE), ...what };
  return { ...who, me, peers: [], doing };
}

const people = [
  person('Alice', { writing: 'a', holds: ['b'] }, true),
  person('Bob', { writing: 'a' }),
  person('Carol', { writing: 'a' }),
  person('', { holds: ['a', 'c'] }),
];

it('says who else writes in a sheet and who holds it, oneself left out', () => {
  const say = (idea: string) => handWords(people, { unsigned: false }, idea);
  expect(say('a')).toBe('Bob and Carol are writing, Somebody holds it');
  expect(say('b')).toBe('');
  expect(say('c')).toBe('Somebody holds it');
});

it('says nothing where a phase is unsigned', () => {
  expect(handWords(people, { unsigned: true }, 'a')).toBe('');
});
