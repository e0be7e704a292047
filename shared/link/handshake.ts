import { equalBytes } from '../util/bytes.ts';
import type { Authenticator, LinkIdentity, Meeting } from './authenticator.ts';
import type { Carrier } from './carrier.ts';
import { kinds, readNonce, writeMessage, writeNonce } from './messages.ts';

export interface HandshakeOptions {
  readonly authenticator: Authenticator;
  /** Of this side, 32 bytes, never used before. */
  readonly nonce: Uint8Array;
  readonly carrier: Pick<Carrier, 'role' | 'binding'>;
  readonly send: (message: Uint8Array) => void;
  /** Both nonces are known; throws a RangeError where they make no meeting. */
  readonly onMeeting: (meeting: Meeting) => void;
  /** Both sides have proved and said who they are. */
  readonly onDone: (identity: LinkIdentity) => void;
  readonly onRefused: () => void;
}

/** Nonce, proof, identity, from both sides, each once and in this order. */
export interface Handshake {
  start(): void;
  /** Throws a RangeError on what is malformed or out of turn. */
  receive(kind: number, body: Uint8Array): void;
}

/** Nobody hears who we are before they have proved that they belong here. */
export function createHandshake(options: HandshakeOptions): Handshake {
  const { authenticator, nonce: ownNonce, carrier, send, onMeeting, onDone, onRefused } = options;
  let meeting: Meeting | null = null;
  let isProved = false;
  let hasIdentified = false;
  let identity: LinkIdentity | null = null;

  const finish = (): void => {
    if (identity && hasIdentified) onDone(identity);
  };
  const meet = (theirNonce: Uint8Array): Meeting => {
    // Words that come back to their speaker prove nothing.
    if (equalBytes(theirNonce, ownNonce)) throw new RangeError('our own nonce');
    const { role, binding } = carrier;
    return { role, ownNonce, theirNonce, ownBinding: binding.own, theirBinding: binding.theirs };
  };
  const identify = (at: Meeting): void => {
    authenticator.identify(at).then((said) => {
      send(writeMessage(kinds.identity, said));
      hasIdentified = true;
      finish();
    }, onRefused);
  };

  return {
    start: () => send(writeNonce(ownNonce)),
    receive(kind, body) {
      if (kind === kinds.nonce && !meeting) {
        meeting = meet(readNonce(body));
        onMeeting(meeting);
        send(writeMessage(kinds.proof, authenticator.prove(meeting)));
      } else if (kind === kinds.proof && meeting && !isProved) {
        isProved = authenticator.accepts(meeting, body);
        if (isProved) identify(meeting);
        else onRefused();
      } else if (kind === kinds.identity && meeting && isProved && !identity) {
        identity = authenticator.recognise(meeting, body);
        if (identity) finish();
        else onRefused();
      } else throw new RangeError('out of turn');
    },
  };
}
