import * as Y from 'yjs';
import { ok, type Result, refuse } from '../util/result.ts';
import { maxDepth } from './limits.ts';
import { createReader, readUint } from './reader.ts';

/** A place in the jam document that a body builds on: `client`'s first `clock` elements have to be there. */
export interface DocNeed {
  readonly client: number;
  readonly clock: number;
}

export interface BodyShape {
  /** The author's clock in the jam document after this body. */
  readonly docClock: number;
  /** What it builds on besides the author's own; empty for most. */
  readonly needs: readonly DocNeed[];
}

/** A decoded body, for a schema's own check. */
interface DecodedBody {
  readonly client: number;
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[];
}

/**
 * A further rule for bodies. It must follow from the body alone (never from what this peer happens to hold), or
 * honest peers would differ. Answers why not, in a sentence, or null.
 */
export type GuardBody = (body: DecodedBody) => string | null;

/**
 * Checks by form the Yjs update that `client` (its clock in the jam document now `docClock`, null for a body that
 * was checked when it came and is only read again) wants to add: only its own elements, without a gap, no GC, Skip, emptied content or subdocument, no container laid over an
 * entry that exists, none in one that another body made, nothing nested deeper than `maxDepth`, nothing pointing at
 * what its author can't have made yet. Deletions are allowed.
 *
 * A GC under somebody else's client would make everybody ignore that person's later work; a container over an
 * existing idea empties it; an element pointing ahead makes `applyUpdate` throw half-way; what is nested ten thousand
 * deep exhausts the stack where it is read or deleted, in one engine sooner than in another, so that peers would differ.
 */
export function inspectBody(
  body: Uint8Array,
  client: number,
  docClock: number | null,
  guardBody?: GuardBody,
): Result<BodyShape> {
  try {
    // Yjs keeps only the last of several blocks of one client, but would show us all of them.
    if (readUint(createReader(body)) > 1) return refuseBody('holds several authors');
    const { structs, ds } = Y.decodeUpdate(body);
    const needs = new Map<number, number>();
    const depths = new Map<number, number>();
    let clock = docClock ?? structs[0]?.id.clock ?? Number.MAX_SAFE_INTEGER;
    for (const struct of structs) {
      if (struct.id.client !== client) return refuseBody('writes in another’s name');
      if (struct.id.clock !== clock) return refuseBody('leaves a gap or repeats itself');
      if (!(struct instanceof Y.Item)) return refuseBody('holds a collected or skipped element');
      const why = inspectItem(struct, client, needs) ?? inspectDepth(struct, client, depths);
      if (why) return refuseBody(why);
      clock += struct.length;
    }
    for (const [owner, ranges] of ds.clients) {
      for (const { clock: from, len } of ranges) {
        if (owner !== client) raise(needs, owner, from + len);
        else if (from + len > clock) return refuseBody('deletes what is not there yet');
      }
    }
    const why = guardBody?.({ client, structs });
    if (why) return refuse('body-refused', why);
    return ok({
      docClock: clock,
      needs: [...needs].map(([owner, end]) => ({ client: owner, clock: end })),
    });
  } catch {
    return refuseBody('is malformed');
  }
}

function inspectItem(item: Y.Item, client: number, needs: Map<number, number>): string | null {
  const { content, origin, rightOrigin } = item;
  if (content instanceof Y.ContentDeleted) return 'holds emptied content';
  if (content instanceof Y.ContentDoc) return 'holds a document inside the document';
  // An entry laid over another names it as its neighbour, and then its key is not on the wire. So a container may
  // have no neighbour at all; lists of containers are no part of the jam document.
  if (content instanceof Y.ContentType && (origin !== null || rightOrigin !== null)) {
    return 'lays a container over what is there';
  }
  const parent = item.parent instanceof Y.ID ? item.parent : null;
  for (const id of [origin, rightOrigin, parent]) {
    if (id === null) continue;
    if (id.client !== client) raise(needs, id.client, id.clock + 1);
    else if (id.clock >= item.id.clock) return 'points ahead of itself';
  }
  return null;
}

/** `depths`: of the containers that this body has made so far, by clock. */
function inspectDepth(
  { content, parent, id }: Y.Item,
  client: number,
  depths: Map<number, number>,
): string | null {
  if (valuesOf(content).some((value) => isDeeper(value, maxDepth))) return 'is nested too deep';
  if (!(content instanceof Y.ContentType)) return null;
  const above = !(parent instanceof Y.ID)
    ? 0
    : parent.client === client
      ? depths.get(parent.clock)
      : undefined;
  if (above === undefined) return 'adds a container to one that was there';
  if (above >= maxDepth) return 'is nested too deep';
  depths.set(id.clock, above + 1);
  return null;
}

/** The plain values that an element carries; of text and bytes none. */
function valuesOf(content: Y.Item['content']): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr;
  if (content instanceof Y.ContentEmbed) return [content.embed];
  return content instanceof Y.ContentFormat ? [content.value] : [];
}

/** Goes no further down than `most` itself. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1));
}

function raise(needs: Map<number, number>, client: number, clock: number): void {
  if (clock > (needs.get(client) ?? 0)) needs.set(client, clock);
}

function refuseBody(why: string): Result<never> {
  return refuse('body-malformed', `A change ${why}, so it was left out.`);
}
