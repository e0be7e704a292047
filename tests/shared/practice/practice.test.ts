import { expect, it } from 'vitest';
import { PARTNERS } from '../../../shared/practice/partners.ts';
import { playPartner } from '../../../shared/practice/playPartner.ts';
import { planPractice } from '../../../shared/practice/practiceSession.ts';
import { sumMinutes } from '../../../shared/templates/template.ts';
import { createDice } from '../../support/threePeople.ts';
import { openRoom, type Seat } from '../conduct/room.ts';

const MINUTE = 60_000;

function openPractice(othersReady: () => boolean) {
  const room = openRoom(['newcomer', ...PARTNERS.map(({ name }) => name)], 5);
  const [newcomer, ...partners] = room.seats as readonly [Seat, ...Seat[]];
  const leader = partners[0] as Seat;
  newcomer.conductor.nameHost(leader.name, true);
  const stops = partners.map(({ jam, conductor }, i) =>
    playPartner({
      jam,
      conductor,
      partner: PARTNERS[i] as (typeof PARTNERS)[number],
      schedule: room.clock.schedule,
      pick: createDice(i + 1),
      othersReady,
    }),
  );
  return { room, newcomer, leader, stop: () => void stops.map((stop) => stop()) };
}

it('practice lasts ten minutes, and its partners say that they are practice', () => {
  expect(sumMinutes(planPractice(4))).toBe(10);
  for (const { name, thoughts, riffs } of PARTNERS) {
    expect(name).toMatch(/\(practice\)$/);
    expect(thoughts.length).toBeGreaterThan(1);
    expect(riffs.length).toBeGreaterThan(2);
  }
});

it('partners play a session to its end with somebody who only watches, by the rules that hold for everybody', async () => {
  const { room, newcomer, leader, stop } = openPractice(() => false);
  await room.clock.pass(1_000);
  leader.conductor.take();
  leader.conductor.load('riff-session', planPractice(4));
  leader.conductor.goOn();
  await room.clock.pass(12 * MINUTE);
  const { course } = newcomer.conductor;
  expect(course().runs.map(({ kind }) => kind)).toEqual([
    'brief',
    'solo',
    'reveal',
    'rotate',
    'riff',
    'fresh',
    'nominate',
    'vote',
    'decide',
    'checkout',
    'free',
  ]);
  const { ideas, riffs, course: records } = newcomer.jam.snapshot();
  expect([...ideas.values()].every(({ bin }) => !bin)).toBe(true);
  expect(ideas.size).toBeGreaterThan(PARTNERS.reduce((sum, { thoughts }) => sum + thoughts.length, 0));
  expect(riffs.size).toBeGreaterThan(3);
  const [close] = [...records.closes.values()];
  expect(close?.voters).toBe(3);
  expect([...records.reflections.values()].map(({ text }) => text).sort()).toEqual(
    PARTNERS.map(({ word }) => word).sort(),
  );
  stop();
});

it('the leading partner goes on early when the newcomer is done, and never before a phase was seen', async () => {
  const { room, newcomer, leader, stop } = openPractice(() => true);
  await room.clock.pass(1_000);
  leader.conductor.take();
  leader.conductor.load('riff-session', planPractice(4));
  leader.conductor.goOn();
  await room.clock.pass(3_000);
  expect(newcomer.conductor.course().current?.kind).toBe('brief');
  await room.clock.pass(4_000);
  expect(newcomer.conductor.course().current?.kind).toBe('solo');
  stop();
});

it('a vote that everybody is done with stays open for a second thought, and is read before the session goes on', async () => {
  let ready = false;
  const { room, newcomer, leader, stop } = openPractice(() => ready);
  await room.clock.pass(1_000);
  leader.conductor.take();
  leader.conductor.load('riff-session', planPractice(4));
  const { course } = newcomer.conductor;
  for (let i = 0; i < 12 && course().current?.kind !== 'nominate'; i++) {
    leader.conductor.goOn();
    await room.clock.pass(20_000);
  }
  await room.clock.pass(25_000);
  leader.conductor.goOn();
  await room.clock.pass(8_000);
  expect(course().current?.kind).toBe('vote');

  ready = true;
  await room.clock.pass(3_000);
  ready = false;
  await room.clock.pass(4_000);
  expect(course().clock.closing).toBe(false);
  ready = true;
  await room.clock.pass(4_000);
  expect(course().clock.closing).toBe(false);
  await room.clock.pass(5_000);
  expect(course().closes.size).toBe(1);
  expect(course().current?.kind).toBe('vote');
  await room.clock.pass(6_000);
  expect(course().current?.kind).toBe('decide');
  stop();
});
