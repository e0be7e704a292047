import { ed25519 } from '@noble/curves/ed25519.js';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createSecretAuthenticator } from '../../shared/link/authenticator.ts';
import type { LinkEnd } from '../../shared/link/link.ts';
import { createMesh, type Mesh } from '../../shared/link/mesh.ts';
import { createGate } from '../../shared/log/gate.ts';
import { digestHeads } from '../../shared/log/heads.ts';
import { encodeHello } from '../../shared/log/hello.ts';
import type { Log } from '../../shared/log/log.ts';
import { createLog } from '../../shared/log/logDoc.ts';
import { createSession, type Session } from '../../shared/log/session.ts';
import { concatBytes, toUtf8 } from '../../shared/util/bytes.ts';
import { type Context, createSeededContext } from '../../shared/util/context.ts';
import { createFakeCable, type FakeCable, type FakeCableOptions } from './fakeCarrier.ts';
import type { VirtualClock } from './virtualClock.ts';

export const topic = 'topic';

/** Somebody with a log and a mesh on a virtual clock, for tests of links and for simulations. */
export interface FakePeer {
  readonly name: string;
  readonly context: Context;
  readonly session: Session;
  readonly log: Log;
  readonly awareness: Awareness;
  readonly mesh: Mesh;
  /** Links opened and ended, in order. */
  readonly heard: readonly { peer: string; change: 'opened' | LinkEnd }[];
  /** Appends one record of so many bytes; the first time the session's hello before it. */
  write(bytes?: number): void;
  /** Equal exactly for peers that hold the same. */
  digest(): string;
  dispose(): void;
}

/** `claimed`: the session that it says it is on links, when that is not its own. */
export function createFakePeer(
  name: string,
  clock: VirtualClock,
  seed: number,
  secret = 'secret',
  claimed?: Session,
): FakePeer {
  const { randomBytes, newId } = createSeededContext(seed);
  const context: Context = { now: clock.now, randomBytes, newId };
  const key = randomBytes(32);
  const device = ed25519.getPublicKey(key);
  const session = createSession(context, { device, memberId: `${name}-id`, memberName: name });
  const log = createLog();
  const awareness = new Awareness(new Y.Doc());
  const heard: { peer: string; change: 'opened' | LinkEnd }[] = [];
  const authenticator = createSecretAuthenticator(toUtf8(secret), topic, {
    device,
    member: session.memberId,
    name,
    session: claimed ?? session,
    sign: async (message) => ed25519.sign(concatBytes(toUtf8('riffroom link\0'), message), key),
  });
  const mesh = createMesh({
    log,
    gate: createGate(log),
    awareness,
    authenticator,
    session: session.key,
    context,
    schedule: clock.schedule,
    onLink: (peer, change) => void heard.push({ peer, change }),
  });
  const append = (kind: 'hello' | 'kind-7', body: Uint8Array): void =>
    void log.append(session.key, { kind, lamport: log.lamport + 1, wall: clock.now(), seen: [], body });
  return {
    name,
    context,
    session,
    log,
    awareness,
    mesh,
    heard,
    write(bytes = 20) {
      if (log.length(session.key) === 0) append('hello', encodeHello(session));
      append('kind-7', randomBytes(bytes));
    },
    digest: () => digestHeads(log.heads()),
    dispose() {
      mesh.dispose();
      awareness.destroy();
      log.destroy();
    },
  };
}

/** Lays a cable between two peers; each knows the other by name. */
export function join(
  a: FakePeer,
  b: FakePeer,
  options: Omit<FakeCableOptions, 'clock'> & { readonly clock: VirtualClock },
): FakeCable {
  const cable = createFakeCable(options);
  a.mesh.connect(b.name, cable.ends[0]);
  b.mesh.connect(a.name, cable.ends[1]);
  return cable;
}
