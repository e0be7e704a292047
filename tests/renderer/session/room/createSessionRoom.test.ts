/** Which room a jam goes into, with the network left out. */
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OUT_OF_COURSE } from '../../../../renderer/session/room/describeDoing.ts';
import type { SessionRoom } from '../../../../renderer/session/room/sessionRoom.ts';
import { createUiStore } from '../../../../renderer/stores/uiStore.ts';
import { createRoomSecret, roomTopic } from '../../../../shared/circle/room.ts';
import type { Door, RoomRecord, Shell } from '../../../../shared/ipc/shell.ts';
import { createJam } from '../../../../shared/jam/createJam.ts';
import { createSignedSession } from '../../../../shared/log/hello.ts';
import { toBase64Url } from '../../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../../shared/util/context.ts';
import { createSigner } from '../../../../shared/util/signature.ts';
import { fakeShell, HARNESS_INFO } from '../../canvas/harness/fakeShell.ts';

const inside: string[] = [];
vi.mock('../../../../shared/link/openRoom.ts', () => ({
  openRoom: ({ topic }: { topic: string }) => {
    inside.push(topic);
    return {
      status: () => ({ hub: 'open', refused: 0, peers: [], summary: { kind: 'alone' } }),
      subscribe: () => () => undefined,
      onCursor: () => () => undefined,
      sendCursor: () => undefined,
      wake: () => undefined,
      dispose: async () => void inside.splice(inside.indexOf(topic), 1),
    };
  },
}));
// Files share their modules: loaded anew, with the network left out, and not left to the next file.
vi.resetModules();
const { createSessionRoom } = await import('../../../../renderer/session/room/createSessionRoom.ts');
afterAll(() => vi.resetModules());
beforeEach(() => {
  inside.length = 0;
});

const context = createSeededContext(5);
const [before, other] = [createRoomSecret(context), createRoomSecret(context)];
const recordOf = (secret: Uint8Array): RoomRecord => ({
  secret: toBase64Url(secret),
  addresses: [],
  open: true,
  port: null,
});

const doorAt = (port: number, moved = false): Door => ({
  addresses: [`http://192.168.1.5:${port}`],
  port,
  moved,
});

async function roomOf(
  kept: RoomRecord | null,
  { signed = true, openDoor = (_port: number | null): Door => doorAt(4718) } = {},
): Promise<SessionRoom> {
  const signer = createSigner(context.randomBytes(32));
  const owner = { device: signer.device, memberId: 'alice', memberName: 'Alice' };
  const session = await createSignedSession(context, owner, async (purpose, message) => ({
    ok: true,
    value: signer.sign(purpose, message),
  }));
  if (!session.ok) throw new Error(session.sentence);
  const jam = createJam({ id: 'jam', owner, context, ...(signed ? { signed: session.value } : null) });
  jam.run('jam.start', { challenge: 'Why?', name: 'Alice' });
  let record = kept;
  const shell: Shell = {
    ...fakeShell,
    loadRoom: async () => record,
    async saveRoom(_jam, room) {
      record = room;
      return { ok: true, value: null };
    },
    shareTopic: async (_jam, _topic, port) => ({ ok: true, value: openDoor(port) }),
    hub: async () => ({ ok: true, value: { signaling: 'ws://hub/hub', relay: 'ws://hub/relay' } }),
  };
  const page = Object.assign(new EventTarget(), {
    document: new EventTarget(),
    setTimeout,
    clearTimeout,
    performance,
  }) as unknown as Window;
  return createSessionRoom({
    jam,
    shell,
    info: HARNESS_INFO,
    ui: createUiStore(null),
    context,
    page,
    course: () => OUT_OF_COURSE,
    onNews: () => undefined,
  });
}

describe('a jam', () => {
  it('goes back into its room when it is opened, unless the door was closed', async () => {
    const room = await roomOf(recordOf(before));
    await room.resume();
    expect(inside).toEqual([roomTopic(before)]);
    await room.leave();
    await room.resume();
    expect(inside).toEqual([]);
  });

  it('goes into the room of an invite, also while it goes back into another', async () => {
    const room = await roomOf(recordOf(before));
    const resuming = room.resume();
    await room.join(recordOf(other));
    await resuming;
    expect(inside).toEqual([roomTopic(other)]);
  });

  it('that was closed meanwhile goes into none', async () => {
    const room = await roomOf(recordOf(before));
    const resuming = room.resume();
    await room.dispose();
    await resuming;
    expect(inside).toEqual([]);
  });

  it('with work that nobody signed is not shared, and says what to do instead', async () => {
    const room = await roomOf(null, { signed: false });
    await room.invite();
    expect(inside).toEqual([]);
    expect(room.store.getState()).toMatchObject({
      phase: 'closed',
      invite: null,
      trouble: expect.stringMatching(/hand on the file/),
    });
  });

  it('asks for the port that its links name, and says when somebody else has it', async () => {
    const asked: (number | null)[] = [];
    let taken = false;
    const room = await roomOf(null, {
      openDoor(port) {
        asked.push(port);
        return taken ? doorAt(4719, true) : doorAt(port ?? 4718);
      },
    });
    const openAndClose = async (): Promise<boolean> => {
      await room.invite();
      const { invite, moved } = room.store.getState();
      expect(invite?.web[0]).toContain(`:${taken ? 4719 : 4718}/`);
      await room.leave();
      return moved;
    };
    expect(await openAndClose()).toBe(false);
    expect(await openAndClose()).toBe(false);
    taken = true;
    expect(await openAndClose()).toBe(true);
    await room.join(recordOf(other));
    expect(asked).toEqual([null, 4718, 4718, 4719]);
  });
});
