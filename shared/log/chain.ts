import { ok, type Result, refuse } from '../util/result.ts';
import { type BodyShape, type DocNeed, type GuardBody, inspectBody } from './body.ts';
import { decodeEnvelope, type Envelope } from './envelope.ts';
import { checkHello, type Hello } from './hello.ts';
import { readSeal } from './seal.ts';
import { type SessionKey, sessionKeyToBytes } from './session.ts';

/** Where a session stands after its latest envelope: all that is needed to judge the next one. */
export interface Chain {
  readonly hello: Hello;
  /** The `seq` that comes next. */
  readonly next: number;
  /** Of the latest envelope. */
  readonly lamport: number;
  /** How many elements the session has written into the jam document. */
  readonly docClock: number;
  /** The `seq` of the latest seal; 0 while there is none. */
  readonly sealed: number;
}

/** An envelope that has passed every check of form, together with its bytes as they are stored and sent. */
export interface StoredEnvelope {
  readonly session: SessionKey;
  readonly envelope: Envelope;
  readonly bytes: Uint8Array;
  readonly needs: readonly DocNeed[];
}

export interface Step {
  readonly chain: Chain;
  readonly stored: StoredEnvelope;
}

const noNeeds: readonly DocNeed[] = [];

/** How closely hellos and bodies are looked at; of a body it answers how far its session has written and what it builds on. */
export interface Judge {
  readonly hello: (body: Uint8Array) => Result<Hello>;
  readonly body: (body: Uint8Array, chain: Chain) => Result<BodyShape>;
}

/**
 * Judges one more envelope of a session. The answer follows from the session's own earlier envelopes alone, so
 * every peer comes to the same one whatever else it holds and in whatever order things arrive. By form and size
 * only, never by role or phase: one dropped envelope hides everything later of its author.
 */
export function advanceChain(
  chain: Chain | null,
  session: SessionKey,
  bytes: Uint8Array,
  judge: Judge,
): Result<Step> {
  const decoded = decodeEnvelope(bytes);
  if (!decoded.ok) return decoded;
  const envelope = decoded.value;
  if (envelope.seq !== (chain?.next ?? 0))
    return refuse('wrong-seq', 'A change was out of its place in the log.');
  if (envelope.lamport <= (chain?.lamport ?? 0))
    return refuse('wrong-lamport', 'A change claims to precede its past.');
  if (envelope.seen.some((head) => head.session === session)) {
    return refuse('saw-itself', 'A change names its own author among those it saw.');
  }
  const stored = { session, envelope, bytes, needs: noNeeds };
  const { lamport } = envelope;
  if (chain === null) {
    const hello = greet(session, envelope, judge);
    return hello.ok
      ? ok({
          stored,
          chain: { hello: hello.value, next: 1, lamport, docClock: 0, sealed: 0 },
        })
      : hello;
  }
  if (envelope.kind === 'hello') return refuse('second-hello', 'Somebody introduced themselves twice.');
  const next = chain.next + 1;
  if (envelope.kind === 'seal') {
    // By form alone. Each covers the one before, so a right one speaks for all; whether it is right costs more (seal.ts).
    const upTo = readSeal(envelope.body)?.upTo ?? -1;
    if (upTo < chain.sealed || upTo >= envelope.seq) {
      return refuse('seal-malformed', 'A seal did not fit where it stood, so nothing after it was taken.');
    }
    return ok({ stored, chain: { ...chain, next, lamport, sealed: envelope.seq } });
  }
  if (envelope.kind !== 'edit') return ok({ stored, chain: { ...chain, next, lamport } });
  const shape = judge.body(envelope.body, chain);
  if (!shape.ok) return shape;
  const { docClock, needs } = shape.value;
  return ok({
    stored: { ...stored, needs },
    chain: { ...chain, next, lamport, docClock },
  });
}

/** What everything has to pass that comes from elsewhere. */
export function createJudge(guardBody?: GuardBody): Judge {
  return {
    hello: checkHello,
    body: (body, { hello, docClock }) => inspectBody(body, hello.docClientId, docClock, guardBody),
  };
}

function greet(session: SessionKey, envelope: Envelope, judge: Judge): Result<Hello> {
  if (envelope.kind !== 'hello') return refuse('no-hello', 'Changes came without saying whose they are.');
  const hello = judge.hello(envelope.body);
  if (!hello.ok) return hello;
  if (hello.value.key !== session || sessionKeyToBytes(session) === null) {
    return refuse('wrong-session', 'Changes came under a name that is not their author’s.');
  }
  return hello;
}
