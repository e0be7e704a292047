/**
 * What two hubs say to each other: JSON in text frames, relay frames in binary ones (`relayWire.ts`).
 *
 * ```
 * hello   {hub, nonce}                   the one that was dialled first, then the one that dialled
 * topics  {proofs: [proof, ...]}         what this hub serves or looks for; again when that changes
 * hubs    {topic, hubs: [{hub, addresses}, ...]}   itself and the hubs it is linked with now, for a topic of both
 * publish {id, hops, via, topic, data}   signalling for a topic of both; `via` has it already
 *         (among hubs also data {type: 'here' | 'leave', from}: where a peer is, that it is gone)
 * pause, resume {address}                senders to this relay address shall wait, or go on
 * left    {}                             there is another link now, and nothing more comes on this one
 * gone    {address, for}                 a frame from `for` found nobody at `address`
 *
 * proof = base64url(SHA-256('riffroom hub topic', topic, prover's nonce, verifier's nonce))
 * ```
 * So two hubs find the topics they share, and a hub that answers at an old address learns none.
 */
import { toBase64Url } from '../util/bytes.ts';
import { hashParts } from '../util/hash.ts';
import { asFields, readFields, readList } from './json.ts';
import {
  maxAddressesPerHub,
  maxGossipHubs,
  maxHops,
  maxHubTopics,
  maxMessageLength,
  maxWrapLength,
} from './limits.ts';
import { isName, isTopic } from './names.ts';

export interface KnownHub {
  readonly hub: string;
  readonly addresses: readonly string[];
}

/** A publish on its way between hubs. */
export interface Publish {
  readonly id: string;
  readonly hops: number;
  readonly via: readonly string[];
  readonly topic: string;
  readonly data: unknown;
}

export type NeighbourMessage =
  | { readonly type: 'hello'; readonly hub: string; readonly nonce: string }
  | { readonly type: 'topics'; readonly proofs: readonly string[] }
  | { readonly type: 'hubs'; readonly topic: string; readonly hubs: readonly KnownHub[] }
  | ({ readonly type: 'publish' } & Publish)
  | { readonly type: 'left' }
  | { readonly type: 'pause' | 'resume'; readonly address: string }
  | { readonly type: 'gone'; readonly address: string; readonly for: string };

export function topicProof(topic: string, prover: string, verifier: string): string {
  return toBase64Url(hashParts('riffroom hub topic', topic, prover, verifier));
}

export function readNeighbourMessage(text: string): NeighbourMessage | null {
  const fields = readFields(text, maxMessageLength + maxWrapLength);
  switch (fields?.type) {
    case 'hello':
      return isName(fields.hub) && isName(fields.nonce)
        ? { type: 'hello', hub: fields.hub, nonce: fields.nonce }
        : null;
    case 'topics': {
      const proofs = readList(fields.proofs, maxHubTopics, isTopic);
      return proofs && { type: 'topics', proofs };
    }
    case 'hubs': {
      const hubs = Array.isArray(fields.hubs) ? fields.hubs.slice(0, maxGossipHubs).map(readKnownHub) : null;
      return isTopic(fields.topic) && hubs
        ? { type: 'hubs', topic: fields.topic, hubs: hubs.filter((hub) => hub !== null) }
        : null;
    }
    case 'left':
      return { type: 'left' };
    case 'publish':
      return readPublish(fields);
    case 'pause':
    case 'resume':
      return isName(fields.address) ? { type: fields.type, address: fields.address } : null;
    case 'gone':
      return isName(fields.address) && isName(fields.for)
        ? { type: 'gone', address: fields.address, for: fields.for }
        : null;
    default:
      return null;
  }
}

function readPublish(fields: Readonly<Record<string, unknown>>): NeighbourMessage | null {
  const { id, hops, topic, data } = fields;
  const via = readList(fields.via, maxHubTopics, isName);
  if (!isName(id) || !isTopic(topic) || !via || data === undefined) return null;
  if (typeof hops !== 'number' || !Number.isInteger(hops) || hops < 1 || hops > maxHops) return null;
  return { type: 'publish', id, hops, via, topic, data };
}

/** Addresses are only bounded here; whoever dials one parses it. */
function readKnownHub(value: unknown): KnownHub | null {
  const fields = asFields(value);
  const isText = (item: unknown): item is string => typeof item === 'string' && item.length <= 120;
  const addresses = readList(fields?.addresses, maxAddressesPerHub, isText);
  return isName(fields?.hub) && addresses ? { hub: fields.hub, addresses } : null;
}
