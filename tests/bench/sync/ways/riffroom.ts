import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createJam } from '../../../../shared/jam/createJam.ts';
import { openRoom, type Room, type RoomOptions } from '../../../../shared/link/openRoom.ts';
import type { SocketLike } from '../../../../shared/link/relay.ts';
import type { WebRtcParts } from '../../../../shared/link/rtc.ts';
import { createGate } from '../../../../shared/log/gate.ts';
import { createSignedSession, encodeHello } from '../../../../shared/log/hello.ts';
import type { Log } from '../../../../shared/log/log.ts';
import { createLog } from '../../../../shared/log/logDoc.ts';
import type { Session } from '../../../../shared/log/session.ts';
import { toBase64Url, toUtf8 } from '../../../../shared/util/bytes.ts';
import { type Context, createContext } from '../../../../shared/util/context.ts';
import { hashParts } from '../../../../shared/util/hash.ts';
import { ok } from '../../../../shared/util/result.ts';
import { createSigner, type Signer } from '../../../../shared/util/signature.ts';
import type { Way, WayOptions } from './way.ts';

const schedule: RoomOptions['schedule'] = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

interface Self {
  readonly context: Context;
  readonly signer: Signer;
  readonly session: Session;
}

async function createSelf() {
  const context = createContext(Date.now, (into) => crypto.getRandomValues(into as Uint8Array<ArrayBuffer>));
  const signer = createSigner(context.randomBytes(32));
  const owner = { device: signer.device, memberId: context.newId(), memberName: 'somebody' };
  const signed = await createSignedSession(context, owner, async (purpose, message) =>
    ok(signer.sign(purpose, message)),
  );
  if (!signed.ok) throw new Error(signed.sentence);
  return { context, signer, owner, signed: signed.value, session: signed.value.session };
}

function enter({ room, hub, relay }: WayOptions, { context, signer, session }: Self, log: Log): Room {
  return openRoom({
    topic: toBase64Url(hashParts('topic', toUtf8(room))),
    secret: toUtf8(room),
    log,
    gate: createGate(log, { refuseUnsigned: true }),
    awareness: new Awareness(new Y.Doc()),
    signaling: [hub],
    relay,
    self: {
      device: signer.device,
      member: session.memberId,
      name: session.memberName,
      session,
      sign: async (message) => signer.sign('link', message),
    },
    wrtc: globalThis as unknown as WebRtcParts,
    openSocket: (url) => new WebSocket(url) as unknown as SocketLike,
    context,
    schedule,
  });
}

const directlyLinked = (room: Room): number =>
  room.status().peers.filter(({ phase, way }) => phase === 'open' && way === 'direct').length;

/** The whole of it: a command, the signed log, the room, the other's snapshot. */
export async function openRiffroom(options: WayOptions): Promise<Way & { records(): number }> {
  const self = await createSelf();
  const { context, owner, signed } = self;
  const jam = createJam({ id: 'bench', owner, context, signed, schedule });
  const room = enter(options, self, jam.log);
  return {
    edit: (text) => void jam.run('brief.set', { field: 'why', text }),
    onText: (listener) =>
      void jam.subscribe((snapshot, _change, isLocal) => {
        if (!isLocal) listener(snapshot.brief.why);
      }),
    linked: () => directlyLinked(room),
    records: () => jam.log.size,
  };
}

export interface BenchLog {
  readonly size: number;
  linked(): number;
  /** When the first link stood, and when the latest record came. */
  times(): { readonly from: number; readonly to: number };
}

/** A log with so many records of so many bytes, or an empty one, in a room. */
export async function openBenchLog(options: WayOptions, count: number, bytes: number): Promise<BenchLog> {
  const self = await createSelf();
  const log = createLog();
  const append = (kind: 'hello' | 'kind-7', body: Uint8Array): void =>
    void log.append(self.session.key, { kind, lamport: log.lamport + 1, wall: Date.now(), seen: [], body });
  if (count > 0) append('hello', encodeHello(self.session));
  for (let i = 0; i < count; i++) append('kind-7', self.context.randomBytes(bytes));
  const room = enter(options, self, log);
  const times = { from: 0, to: 0 };
  room.subscribe(() => {
    if (times.from === 0 && directlyLinked(room) > 0) times.from = performance.now();
  });
  log.onRecords(() => {
    times.to = performance.now();
    if (times.from === 0) times.from = times.to;
  });
  return {
    get size() {
      return log.size;
    },
    linked: () => directlyLinked(room),
    times: () => times,
  };
}
