import { afterEach, expect, it, vi } from 'vitest';
import { createSessionCourse } from '../../../../renderer/session/course/createSessionCourse.ts';
import type { KeptPrivately } from '../../../../renderer/session/course/privateStore.ts';
import { createRoomStore, type PersonHere } from '../../../../renderer/stores/roomStore.ts';
import { createUiStore } from '../../../../renderer/stores/uiStore.ts';
import { NOTHING_PRIVATE } from '../../../../shared/conduct/privatePart.ts';
import { createJam } from '../../../../shared/jam/createJam.ts';
import { MAIN_BOARD } from '../../../../shared/model/ids.ts';
import { readPresence } from '../../../../shared/presence/presence.ts';
import { DEFAULT_TEMPLATE } from '../../../../shared/templates/registry.ts';
import { planTemplate } from '../../../../shared/templates/template.ts';
import { toBase64Url } from '../../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../../shared/util/context.ts';
import { boxPair } from '../../../../shared/util/sealedBox.ts';

afterEach(() => void vi.useRealTimers());

it('only a host’s wish to look up reaches a screen, and it ends with the phase', async () => {
  vi.useFakeTimers();
  const context = createSeededContext(4);
  const owner = { device: context.randomBytes(32), memberId: 'ana', memberName: 'Ana' };
  const jam = createJam({ id: 'jam', owner, context });
  jam.run('jam.start', { challenge: 'Why?', name: 'Ana' });
  const room = createRoomStore();
  const course = createSessionCourse({
    jam,
    device: toBase64Url(owner.device),
    context,
    box: boxPair(context.randomBytes(32)),
    privates: { get: () => NOTHING_PRIVATE, set: () => undefined, flush: async () => undefined },
    room,
    ui: createUiStore(null),
    renew: () => undefined,
    onNamed: () => undefined,
  });
  await vi.advanceTimersByTimeAsync(1_000);
  course.load(DEFAULT_TEMPLATE.name, planTemplate(DEFAULT_TEMPLATE, 2));
  const person = (member: string, me: boolean, lookUp: boolean): PersonHere => ({
    member,
    name: member,
    me,
    peers: [],
    doing: readPresence({ member, lookUp }),
  });
  const asked = (): string | null => course.store.getState().lookUp;
  room.setState({ people: [person('ana', true, false), person('bo', false, true)] });
  expect(asked()).toBeNull();
  course.nameHost('bo', true);
  room.setState({ people: [person('ana', true, false), person('bo', false, true)] });
  expect(asked()).toBe('bo');
  room.setState({ people: [person('ana', true, false), person('bo', false, false)] });
  expect(asked()).toBeNull();
  course.askToLookUp(true);
  expect(asked()).toBe('ana');
  course.goOn();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked()).toBeNull();
  expect(course.store.getState().asksToLookUp).toBe(false);
  course.dispose();
});

it('whoever was done placing dots is not done reading how the vote came out', async () => {
  vi.useFakeTimers();
  const context = createSeededContext(3);
  const owner = { device: context.randomBytes(32), memberId: 'ana', memberName: 'Ana' };
  const jam = createJam({ id: 'jam', owner, context });
  jam.run('jam.start', { challenge: 'Why?', name: 'Ana' });
  let part = NOTHING_PRIVATE;
  const privates: KeptPrivately = {
    get: () => part,
    set: (next) => {
      part = next;
    },
    flush: async () => undefined,
  };
  const course = createSessionCourse({
    jam,
    device: toBase64Url(owner.device),
    context,
    box: boxPair(context.randomBytes(32)),
    privates,
    room: createRoomStore(),
    ui: createUiStore(null),
    renew: () => undefined,
    onNamed: () => undefined,
  });
  await vi.advanceTimersByTimeAsync(1_000);
  course.load(DEFAULT_TEMPLATE.name, planTemplate(DEFAULT_TEMPLATE, 2));
  const start = async (kind: string): Promise<void> => {
    course.start(course.course().phases.find((phase) => phase.kind === kind)?.id ?? '');
    await vi.advanceTimersByTimeAsync(1_000);
  };
  await start('riff');
  const place = { board: MAIN_BOARD, group: null, x: 0, y: 0, auto: false };
  const added = jam.run('idea.add', { place, text: 'A bell' });
  await start('nominate');
  jam.run('nominee.set', { idea: added.ok ? added.value.idea : '', named: true });
  await start('vote');
  course.sayReady(true);
  expect(course.store.getState().ready).toBe(true);
  course.closeVote();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(course.course().closes.size).toBe(1);
  expect(course.store.getState().ready).toBe(false);
  course.sayReady(true);
  jam.run('member.set', { name: 'Ana Lund' });
  expect(course.store.getState().ready).toBe(true);
  course.dispose();
});
