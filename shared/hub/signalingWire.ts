/**
 * What pages say to a hub to find each other: y-webrtc 10's signalling, as text frames of JSON.
 *
 * ```
 * page -> hub   {type: 'subscribe' | 'unsubscribe', topics: [topic, ...]}
 *               {type: 'publish', topic, data}       data: {type: 'announce', from} | {type: 'signal', from, to, ...}
 *               {type: 'ping'}
 * hub -> page   {type: 'publish', topic, data} | {type: 'pong'}
 *               {type: 'closed', topic}              ours: it is not served to strangers, or not any more
 * ```
 * Left out of the original: `clients` (a count that nobody reads) and the echo to the sender.
 */
import { asFields, readFields, readList } from './json.ts';
import { maxMessageLength, maxTopicsPerMessage } from './limits.ts';
import { isTopic } from './names.ts';

export type SignalingMessage =
  | { readonly type: 'subscribe' | 'unsubscribe'; readonly topics: readonly string[] }
  | { readonly type: 'publish'; readonly topic: string; readonly data: unknown }
  | { readonly type: 'ping' };

/** Fresh and bounded, or null for anything else. `data` is passed on and never acted on, but for its envelope. */
export function readSignaling(message: string | Uint8Array): SignalingMessage | null {
  if (typeof message !== 'string') return null;
  const fields = readFields(message, maxMessageLength);
  switch (fields?.type) {
    case 'subscribe':
    case 'unsubscribe': {
      const topics = readList(fields.topics, maxTopicsPerMessage, isTopic);
      return topics && { type: fields.type, topics };
    }
    case 'publish':
      return isTopic(fields.topic) && fields.data !== undefined
        ? { type: 'publish', topic: fields.topic, data: fields.data }
        : null;
    case 'ping':
      return { type: 'ping' };
    default:
      return null;
  }
}

export interface PublishEnvelope {
  readonly from: string | null;
  readonly to: string | null;
  /** 'announce' and 'signal' are the pages'; hubs tell each other 'here' and 'leave' of a peer. */
  readonly type: string | null;
}

/** Who speaks to whom. Null where data says nothing of it (stock clients with a password encrypt it). */
export function readEnvelope(data: unknown): PublishEnvelope {
  const fields = asFields(data);
  return {
    from: isPeerId(fields?.from) ? fields.from : null,
    to: isPeerId(fields?.to) ? fields.to : null,
    type: typeof fields?.type === 'string' ? fields.type : null,
  };
}

function isPeerId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 64;
}
