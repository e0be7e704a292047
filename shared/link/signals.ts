/**
 * What peers say to each other through hubs until they are linked: y-webrtc's words and some of ours.
 *
 * ```
 * announce = {type: 'announce', from, to?}       to: "I have no path to you", said to one peer
 * signal   = {type: 'signal', from, to, token, signal, path, relay?}
 *            path: one attempt, named by its offerer; relay: the sender's address there
 * moved    = {type: 'moved', from, to, relay}    the sender's address has become another
 * ```
 */
export interface Announce {
  readonly type: 'announce';
  readonly from: string;
  readonly to: string | null;
}

export interface Signal {
  readonly type: 'signal';
  readonly from: string;
  readonly to: string;
  readonly what: 'offer' | 'answer' | 'candidate';
  readonly path: string;
  readonly relay: string | null;
}

export interface Moved {
  readonly type: 'moved';
  readonly from: string;
  readonly to: string;
  readonly relay: string;
}

const maxSdpLength = 32 * 1024;
const maxIdLength = 64;

/** null for what no honest peer sends: y-webrtc would throw on it. */
export function readSignal(data: unknown): Announce | Signal | Moved | null {
  const fields = asFields(data);
  const from = readId(fields?.['from']);
  const to = readId(fields?.['to']);
  if (!fields || from === null) return null;
  if (fields['type'] === 'announce') return { type: 'announce', from, to };
  const relay = readId(fields['relay']);
  if (fields['type'] === 'moved') {
    return to === null || relay === null ? null : { type: 'moved', from, to, relay };
  }
  const path = readId(fields['path']);
  const signal = asFields(fields['signal']);
  if (fields['type'] !== 'signal' || to === null || path === null || !signal) return null;
  const what = readWhat(signal);
  return what && { type: 'signal', from, to, what, path, relay };
}

function readWhat(signal: Readonly<Record<string, unknown>>): Signal['what'] | null {
  const { type, sdp, candidate } = signal;
  if (type === 'candidate') return typeof asFields(candidate)?.['candidate'] === 'string' ? type : null;
  if (type !== 'offer' && type !== 'answer') return null;
  return typeof sdp === 'string' && sdp.length <= maxSdpLength ? type : null;
}

export function asFields(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function readId(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= maxIdLength ? value : null;
}
