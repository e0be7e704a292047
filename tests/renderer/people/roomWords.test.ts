import { describe, expect, it } from 'vitest';
import {
  sayFigures,
  sayLaptops,
  sayPerson,
  sayRefused,
  sayRoom,
} from '../../../renderer/people/roomWords.ts';
import { gatherPeople, type PeerHere } from '../../../renderer/stores/roomStore.ts';
import type { Presence } from '../../../shared/presence/presence.ts';

const alice = { member: 'alice', name: 'Alice', doing: null };

function peer(member: string, fields: Partial<PeerHere> = {}): PeerHere {
  return {
    peer: `${member}-1`,
    member,
    name: member[0]?.toUpperCase() + member.slice(1),
    way: 'direct',
    holds: 'all',
    silent: false,
    roundTrip: null,
    bytesIn: 0,
    bytesOut: 0,
    refused: 0,
    ...fields,
  };
}

const here = 'on this laptop';

function room(...peers: PeerHere[]) {
  const equal = peers.length > 0 && peers.every(({ holds, silent }) => holds === 'all' && !silent);
  return {
    peers,
    people: gatherPeople(alice, peers, () => null),
    equal,
    lagging: true,
    hub: 'open' as const,
  };
}

describe('the state of a room', () => {
  it('is alone, with everyone, or with some behind', () => {
    expect(sayRoom(room(), here)).toBe('Alone, kept on this laptop');
    expect(sayRoom(room(peer('bob'), peer('carol')), here)).toBe('Everyone here has everything');
    expect(sayRoom(room(peer('bob'), peer('carol', { holds: 'behind' })), here)).toBe('1 person behind');
    expect(sayRoom(room(peer('bob', { holds: 'behind' }), peer('carol', { holds: 'behind' })), here)).toBe(
      '2 people behind',
    );
  });

  it('says where it is kept when one is alone, and counts no laptops then', () => {
    expect(sayRoom(room(), 'in this browser')).toBe('Alone, kept in this browser');
    expect(sayLaptops(room())).toBe('');
  });

  it('tells a guest who is alone behind a closed door from one who is just alone', () => {
    const closed = { ...room(), hub: 'closed' as const };
    expect(sayRoom(closed, 'in this browser')).toBe('The door is closed, kept in this browser');
  });

  it('calls nobody behind before there was time to tell them', () => {
    expect(sayRoom({ ...room(peer('bob', { holds: 'behind' })), lagging: false }, here)).toBe(
      'On its way to everyone',
    );
  });

  it('does not say that everyone has everything while this side lacks something', () => {
    const lacking = { ...room(peer('bob'), peer('carol')), equal: false };
    expect(sayRoom(lacking, here)).toBe('Catching up …');
    expect(sayLaptops(lacking)).toBe('2 of 3 laptops');
  });

  it('claims nothing while one is unheard or not compared yet', () => {
    expect(sayRoom(room(peer('bob'), peer('carol', { holds: 'unknown' })), here)).toBe('Comparing …');
    expect(sayRoom(room(peer('bob', { silent: true })), here)).toBe('Comparing …');
  });

  it('counts one person on two devices once, and their laptops twice', () => {
    const two = room(peer('bob', { holds: 'behind' }), peer('bob', { peer: 'bob-2', holds: 'behind' }));
    expect(sayRoom(two, here)).toBe('1 person behind');
    expect(sayLaptops(two)).toBe('1 of 3 laptops');
    expect(sayLaptops(room(peer('bob')))).toBe('2 of 2 laptops');
  });
});

describe('the people in a room', () => {
  it('are oneself first, then by name, each once', () => {
    const people = gatherPeople(
      alice,
      [peer('carol'), peer('bob'), peer('bob', { peer: 'bob-2' })],
      () => null,
    );
    expect(people.map(({ name, me, peers }) => [name, me, peers.length])).toEqual([
      ['Alice', true, 0],
      ['Bob', false, 2],
      ['Carol', false, 1],
    ]);
  });

  it('are oneself also on one’s other device', () => {
    const [me, ...others] = gatherPeople(alice, [peer('alice')], () => null);
    expect(others).toEqual([]);
    expect(me && sayPerson(me)).toBe('you, on 2 devices');
  });

  it('show what they do on whichever device they do it', () => {
    const writing = { member: 'bob', verb: 'writing' } as Presence;
    const [, bob] = gatherPeople(alice, [peer('bob'), peer('bob', { peer: 'bob-2' })], ({ peer: id }) =>
      id === 'bob-2' ? writing : null,
    );
    expect(bob?.doing).toBe(writing);
  });

  it('are called what they call themselves now, whatever the link was made under', () => {
    const renamed = { member: 'bob', name: 'Bob Marr' } as Presence;
    const [, bob] = gatherPeople(alice, [peer('bob')], () => renamed);
    expect(bob?.name).toBe('Bob Marr');
  });

  it('are told with the way to them, and what they hold', () => {
    const say = (...peers: PeerHere[]) => {
      const person = gatherPeople(alice, peers, () => null)[1];
      return person && sayPerson(person);
    };
    expect(say(peer('bob'))).toBe('has everything, direct');
    expect(say(peer('bob', { holds: 'behind', way: 'relayed' }))).toBe('behind, through another laptop');
    expect(say(peer('bob', { holds: 'unknown' }))).toBe('comparing, direct');
    expect(say(peer('bob', { silent: true }))).toBe('not heard for a moment');
    expect(say(peer('bob', { way: 'relayed' }), peer('bob', { peer: 'bob-2' }))).toBe(
      'has everything, direct',
    );
  });

  it('are told with what their links have carried, and what of it was refused', () => {
    expect(sayFigures(peer('bob', { roundTrip: 0.2, bytesIn: 12_300, bytesOut: 800 }))).toBe(
      'direct, 1 ms, 12 kB in, 800 B out',
    );
    expect(sayFigures(peer('bob', { way: 'relayed', refused: 3 }))).toBe(
      'through another laptop, 0 B in, 0 B out, 3 things refused',
    );
    expect(sayRefused({ refused: 1 })).toBe('1 thing refused');
  });
});
