import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createJam } from '../../shared/jam/createJam.ts';
import { openRoom, type Room } from '../../shared/link/openRoom.ts';
import type { RoomSummary } from '../../shared/link/roomStatus.ts';
import type { WebRtcParts } from '../../shared/link/rtc.ts';
import { createGate } from '../../shared/log/gate.ts';
import { digestHeads } from '../../shared/log/heads.ts';
import { createSignedSession } from '../../shared/log/hello.ts';
import type { LogRecord } from '../../shared/log/journalRecord.ts';
import { coveredRecords } from '../../shared/log/keyFrame.ts';
import { toUtf8 } from '../../shared/util/bytes.ts';
import type { Context } from '../../shared/util/context.ts';
import { ok } from '../../shared/util/result.ts';
import type { Air } from './air.ts';
import { createFakeIntroducer } from './fakeIntroducer.ts';
import { createLife, type Laptop, type Life, type Party } from './laptop.ts';
import type { VirtualClock } from './virtualClock.ts';

export const secret = toUtf8('the secret of this room');
export const topic = 'topic';

/** One run of the app on a laptop: a jam, its room, its journal. */
export interface Page {
  readonly name: string;
  readonly laptop: Laptop;
  readonly life: Life;
  readonly party: Party;
  readonly context: Context & { advance(ms: number): void };
  readonly jam: ReturnType<typeof createJam>;
  readonly room: Room;
  readonly awareness: Awareness;
  /** What its window says now. */
  shown(): RoomSummary;
  /** How often that was told anew. */
  told(): number;
  digest(): string;
  /** Puts what waits onto the disk. */
  keep(): void;
  /** Gone without a word; of what was on its way to the disk, the first part is there. */
  crash(): void;
  /** Seals, keeps, says goodbye; over a second later. */
  close(): Promise<void>;
}

export interface PageOptions {
  readonly laptop: Laptop;
  readonly air: Air;
  readonly clock: VirtualClock;
  readonly dice: (sides: number) => number;
  readonly onKept: (records: readonly LogRecord[]) => void;
}

/** As the app gathers what goes into the journal. */
const gatherMs = 40;

export async function openPage({ laptop, air, clock, dice, onKept }: PageOptions): Promise<Page> {
  const life = createLife(laptop, clock);
  const { random, signer, member, name } = laptop;
  const context = {
    now: laptop.wallNow.bind(laptop),
    randomBytes: random.randomBytes,
    newId: random.newId,
    advance: (): void => undefined,
  };
  const owner = { device: signer.device, memberId: member, memberName: name };
  const sign = async (purpose: 'hello' | 'seal', message: Uint8Array) => ok(signer.sign(purpose, message));
  const signed = await createSignedSession(context, owner, sign as Parameters<typeof createSignedSession>[2]);
  if (!signed.ok) throw new Error(signed.sentence);
  const jam = createJam({ id: 'jam', owner, context, signed: signed.value, schedule: life.schedule });
  const { frame } = laptop;
  const usable = frame && coveredRecords(frame, laptop.journal) ? frame : null;
  const loaded = jam.load(laptop.journal, usable);
  if (!loaded.ok) throw new Error(loaded.sentence);

  let unkept: LogRecord[] = [];
  let isWriting = false;
  /** What a hand still types into a window that has closed is nobody's work, and on no disk. */
  let isClosed = false;
  const keep = (): void => {
    if (laptop.isDiskFull || isClosed) return;
    const records = unkept;
    unkept = [];
    laptop.journal.push(...records);
    onKept(records);
  };
  const write = (): void => {
    if (isWriting) return;
    isWriting = true;
    life.schedule(gatherMs + dice(500), () => {
      isWriting = false;
      keep();
      if (unkept.length > 0) life.schedule(2000, write);
    });
  };
  jam.log.onRecords(({ envelopes }) => {
    for (const { session, bytes } of envelopes) unkept.push({ session, bytes });
    write();
  });

  const awarenessDoc = new Y.Doc();
  awarenessDoc.clientID = dice(65_536) * 65_536 + dice(65_536);
  const awareness = new Awareness(awarenessDoc);
  // It lives by the real clock.
  clearInterval(awareness._checkInterval);
  awareness.setLocalState({ name, mood: 0 });

  const peer = context.newId();
  const party: Party = { peer, laptop, life, hear: (signal) => hear(signal) };
  let hear = (_signal: object): void => undefined;
  air.enter(party);
  const room = openRoom(
    {
      topic,
      secret,
      log: jam.log,
      gate: createGate(jam.log, { refuseUnsigned: true }),
      awareness,
      signaling: [],
      relay: 'relay',
      self: {
        device: signer.device,
        member,
        name,
        session: signed.value.session,
        sign: async (message) => signer.sign('link', message),
      },
      wrtc: {} as WebRtcParts,
      openSocket: () => air.openSocket(party),
      context,
      schedule: life.schedule,
    },
    (options) => {
      const introducer = createFakeIntroducer(air, party, options);
      hear = introducer.hear;
      return introducer;
    },
  );
  let shown: RoomSummary = room.status().summary;
  let told = 0;
  room.subscribe(() => {
    told += 1;
    shown = room.status().summary;
  });

  const end = (): void => {
    if (life.isOver) return;
    life.end();
    air.leave(party);
    jam.dispose();
    awareness.destroy();
  };
  return {
    name,
    laptop,
    life,
    party,
    context,
    jam,
    room,
    awareness,
    shown: () => shown,
    told: () => told,
    digest: () => digestHeads(jam.log.heads()),
    keep,
    crash() {
      const survived = unkept.slice(0, laptop.isDiskFull ? 0 : dice(unkept.length + 1));
      unkept = [];
      laptop.journal.push(...survived);
      onKept(survived);
      end();
    },
    async close() {
      await jam.seal();
      const framed = jam.keyFrame();
      keep();
      isClosed = true;
      if (framed.ok) laptop.frame = framed.value;
      void room.dispose();
      clock.schedule(1000, end);
    },
  };
}
