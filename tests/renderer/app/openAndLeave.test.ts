/** Leaving, opening and renaming overlap in a hurried hand: the jam on screen must be the one that is kept. */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Desk } from '../../../electron/service/desk.ts';
import { type Machine, openMachine } from '../../../electron/service/machine.ts';
import { openSeat, type Seat } from '../../../electron/service/seat.ts';
import { createApp } from '../../../renderer/app/createApp.ts';
import type { JamSession } from '../../../renderer/session/jamSession.ts';
import { encodeInvite, writeAppLink } from '../../../shared/circle/invite.ts';
import type { ListedJam, Shell } from '../../../shared/ipc/shell.ts';
import { createJam } from '../../../shared/jam/createJam.ts';
import { partnerMember } from '../../../shared/practice/partners.ts';
import { toBase64Url } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { provideBrowserDatabase } from '../../support/browserDatabase.ts';
import { fakeShell } from '../canvas/harness/fakeShell.ts';

provideBrowserDatabase();

const desk: Pick<Desk, 'kind' | 'platform' | 'startJam' | 'isAlive' | 'setTitle' | 'setEnabledActions'> = {
  kind: 'app',
  platform: 'linux',
  startJam: null,
  isAlive: async () => true,
  setTitle: () => undefined,
  setEnabledActions: () => undefined,
};

let profile: string;
let machine: Machine;
let seat: Seat;
let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'riffroom-'));
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 0));
  machine = await openMachine({ profile, version: '1' });
  seat = openSeat(machine, desk as Desk);
  const { bringToFront: _, ...calls } = seat;
  app = createApp({ ...fakeShell, ...calls, onOpen: () => () => undefined } as unknown as Shell, {});
  await app.start();
  await app.saveSettings({ memberName: 'Greta' });
});

afterEach(async () => {
  await app.leaveJam();
  await seat.dispose();
  vi.unstubAllGlobals();
  await rm(profile, { recursive: true });
});

async function cardOfOnly(): Promise<ListedJam> {
  return (await app.shell.listJams())[0] as ListedJam;
}

const kept = async (): Promise<string | null> => {
  const { session } = app.store.getState();
  session?.run('brief.set', { field: 'why', text: 'because' });
  return session === null ? 'no jam is open' : session.flush();
};

it('a jam that is opened again while it is still being closed is kept', async () => {
  await app.startJam('How?');
  const card = await cardOfOnly();
  const leaving = app.leaveJam();
  const opening = app.openCard(card);
  await Promise.all([leaving, opening]);
  expect(await kept()).toBeNull();
});

it('so is one that is opened while it is still being renamed, under its new title', async () => {
  await app.startJam('How?');
  await app.leaveJam();
  const card = await cardOfOnly();
  const renaming = app.rename(card, 'Paper');
  const opening = app.openCard(card);
  await Promise.all([renaming, opening]);
  expect(await kept()).toBeNull();
  expect(app.store.getState().session?.jam.snapshot().brief.title).toBe('Paper');
});

it('a jam that was closed to be opened again, and does not open, is not left on screen as if it were kept', async () => {
  await app.openTheSample();
  const opens = vi.spyOn(app.shell, 'openJournal').mockResolvedValue({
    ok: false,
    code: 'store-trouble',
    sentence: 'The disk does not answer.',
  });
  await app.openTheSample();
  opens.mockRestore();
  expect(app.store.getState().session).toBeNull();
  expect(app.store.getState().notices.map(({ text }) => text)).toContain('The disk does not answer.');
});

it.each(['loadKept', 'putCard'] as const)(
  'a jam whose opening fails (%s) is free: another window opens it',
  async (call) => {
    const failing = vi.spyOn(app.shell, call).mockRejectedValueOnce(new Error('no answer'));
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await app.startJam('How?');
    failing.mockRestore();
    said.mockRestore();
    expect(app.store.getState().notices.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/could not be opened/),
    );
    const { jam } = await cardOfOnly();
    const other = openSeat(machine, desk as Desk);
    expect(await other.openJournal(jam)).toMatchObject({ ok: true });
    await other.dispose();
  },
);

it.each(['duplicate', 'rename'] as const)('to %s a damaged jam says what of it is lost', async (act) => {
  await app.startJam('How?');
  await app.leaveJam();
  const card = await cardOfOnly();
  await appendFile(join(profile, 'jams', card.jam, 'journal'), 'torn');
  await (act === 'rename' ? app.rename(card, 'Paper') : app.duplicate(card));
  expect(app.store.getState().notices).toContainEqual(
    expect.objectContaining({ tone: 'trouble', text: expect.stringMatching(/cut off.*kept as/) }),
  );
});

it('the door of a jam in the library is kept closed from there, unless another window has the jam open', async () => {
  await app.startJam('How?');
  await app.leaveJam();
  const { jam } = await cardOfOnly();
  const room = { secret: toBase64Url(new Uint8Array(32)), addresses: [], open: true, port: 4718 };
  await app.shell.saveRoom(jam, room);
  const shared = await cardOfOnly();
  expect(shared.door).toBe(true);

  const bringToFront = vi.fn();
  const other = openSeat(machine, { ...desk, bringToFront } as unknown as Desk);
  await other.openJournal(jam);
  await app.closeDoor(shared);
  expect(bringToFront).toHaveBeenCalled();
  expect(await app.shell.loadRoom(jam)).toEqual(room);
  await other.dispose();

  await app.closeDoor(shared);
  expect(await app.shell.loadRoom(jam)).toEqual({ ...room, open: false });
  expect(app.store.getState().cards?.map(({ door }) => door)).toEqual([false]);
  expect(app.store.getState().notices.at(-1)?.text).toMatch(/until you invite people again/);
});

it('an invite to another room of a jam that one has asks first, and leads there only by a yes', async () => {
  await app.startJam('How?');
  const { jam } = await cardOfOnly();
  const [here, there] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const record = { secret: toBase64Url(here), addresses: [], open: false, port: null };
  await app.shell.saveRoom(jam, record);
  const noHub = vi.spyOn(app.shell, 'hub').mockResolvedValue({ ok: false, code: 'no', sentence: 'No.' });
  const linkTo = (secret: Uint8Array): string =>
    writeAppLink(
      encodeInvite({ jam, secret, host: new Uint8Array(16), expires: Date.now() + 60_000, addresses: [] }),
    );
  const roomNow = async () => (await app.shell.loadRoom(jam))?.secret;
  const answer = async (yes: boolean): Promise<void> => {
    const joining = app.join(linkTo(there));
    await vi.waitUntil(() => app.store.getState().asking !== null);
    expect(app.store.getState().asking?.sentence).toMatch(/“How” in another room already/);
    app.store.getState().asking?.answer(yes);
    await joining;
  };

  await app.join(linkTo(here));
  expect(app.store.getState().asking).toBeNull();
  await answer(false);
  expect(await roomNow()).toBe(record.secret);
  await answer(true);
  expect(await roomNow()).toBe(toBase64Url(there));
  noHub.mockRestore();
});

it('a practice jam that is opened again is led by whoever made it: its partners don’t come back', async () => {
  await app.startJam('How?');
  const card = await cardOfOnly();
  const mira = { device: new Uint8Array(32).fill(3), memberId: partnerMember(0), memberName: 'Mira' };
  const partner = createJam({ id: card.jam, owner: mira, context: createSeededContext(3) });
  const { jam } = app.store.getState().session as JamSession;
  partner.merge(jam.records());
  partner.run('host.take', {});
  jam.merge(partner.records());
  jam.run('host.set', { member: mira.memberId, host: true });
  const leader = () => app.store.getState().session?.course.course().leader;
  expect(leader()).toBe(mira.memberId);
  await app.leaveJam();
  await app.openCard(card);
  expect(leader()).toBe(app.store.getState().session?.jam.me);
});
