import { beforeEach, expect, it, vi } from 'vitest';
import { seePracticeThrough } from '../../../renderer/practice/startPractice.ts';
import type { JamSession } from '../../../renderer/session/jamSession.ts';
import { planPractice } from '../../../shared/practice/practiceSession.ts';
import { openRoom, type Room, type Seat } from '../../shared/conduct/room.ts';

const LEADER = 'practice-0';

let room: Room;
let newcomer: Seat;
let mira: Seat;
let people: { member: string; me: boolean }[];
let ending: (() => void)[];
const notify = vi.fn();
const leave = vi.fn();
const sendAway = vi.fn();

beforeEach(async () => {
  vi.clearAllMocks();
  room = openRoom(['newcomer', LEADER], 5);
  [newcomer, mira] = room.seats as [Seat, Seat];
  people = [
    { member: 'newcomer', me: true },
    { member: LEADER, me: false },
  ];
  ending = [];
  const { jam, conductor } = newcomer;
  const session = {
    jam,
    course: conductor,
    room: { store: { getState: () => ({ people }) }, leave },
    run: jam.run,
    notify,
    onEnd: (run: () => void) => ending.push(run),
  };
  seePracticeThrough(session as unknown as JamSession, sendAway);
  mira.jam.run('member.set', { name: 'Mira' });
  await room.clock.pass(1_000);
  mira.conductor.take();
  mira.conductor.load('riff-session', planPractice(2).slice(0, 2));
  mira.conductor.goOn();
  await room.clock.pass(1_000);
});

const end = async (): Promise<void> => {
  mira.conductor.leaveSetlist();
  await room.clock.pass(1_000);
};

it('the first partner leads while it is played; afterwards all of it is the newcomer’s, and the door is closed', async () => {
  expect(newcomer.conductor.course()).toMatchObject({ leader: LEADER, kind: { name: 'brief' } });
  expect(sendAway).not.toHaveBeenCalled();
  await end();
  expect(newcomer.conductor.course().leader).toBe('newcomer');
  expect(notify).toHaveBeenCalledOnce();
  expect(sendAway).toHaveBeenCalledOnce();
  expect(leave).toHaveBeenCalledOnce();
});

it('the door stays open where somebody was invited, and is not touched again when the jam is left later', async () => {
  people.push({ member: 'bo', me: false });
  await end();
  for (const run of ending) run();
  expect(sendAway).toHaveBeenCalledOnce();
  expect(leave).not.toHaveBeenCalled();
});

it('left before its end, the partners go and the door is closed; who leads is asked when it is opened again', () => {
  for (const run of ending) run();
  expect(sendAway).toHaveBeenCalledOnce();
  expect(leave).toHaveBeenCalledOnce();
  expect(newcomer.conductor.course().leader).toBe(LEADER);
});
