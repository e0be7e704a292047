/**
 * JSON Canvas 1.0 (jsoncanvas.org/spec/1.0) as read: every field may be missing or of a wrong type; what a node
 * needs is decided later. Parsing makes fresh objects of the known keys only. Ours travel under `riffroom`.
 */
import * as v from 'valibot';
import { BONDS } from '../model/snapshot.ts';

const word = v.fallback(v.string(), '');
const number = v.fallback(
  v.pipe(
    v.union([v.number(), v.string()]),
    v.transform((value) => (typeof value === 'number' ? value : Number.parseFloat(value))),
  ),
  Number.NaN,
);
const extension = <T extends v.GenericSchema>(schema: T) =>
  v.optional(v.fallback(v.nullable(schema), null), null);

export const canvasNode = v.object({
  id: v.optional(v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''), ''),
  type: v.optional(word, ''),
  x: v.optional(number, Number.NaN),
  y: v.optional(number, Number.NaN),
  width: v.optional(number, Number.NaN),
  height: v.optional(number, Number.NaN),
  color: v.optional(word, ''),
  text: v.optional(word, ''),
  file: v.optional(word, ''),
  subpath: v.optional(word, ''),
  url: v.optional(word, ''),
  label: v.optional(word, ''),
  title: v.optional(word, ''),
  name: v.optional(word, ''),
  riffroom: extension(
    v.object({
      kind: v.optional(word, ''),
      author: v.optional(word, ''),
      /** Characters of `text` that stand on the sheet; the rest, behind an empty line, is the detail. */
      sheet: v.optional(number, Number.NaN),
      /** The id of the group node; without it geometry decides. null: in none. */
      group: v.optional(v.fallback(v.nullable(v.string()), null)),
      role: v.optional(word, ''),
      parent: v.optional(v.fallback(v.nullable(v.string()), null)),
    }),
  ),
});
export type CanvasNode = v.InferOutput<typeof canvasNode>;

const nodeRef = v.optional(
  v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''),
  '',
);
export const canvasEdge = v.object({
  fromNode: nodeRef,
  toNode: nodeRef,
  label: v.optional(word, ''),
  riffroom: extension(v.object({ bond: v.picklist(BONDS) })),
});
export type CanvasEdge = v.InferOutput<typeof canvasEdge>;

const list = v.optional(v.fallback(v.array(v.unknown()), []), []);
export const canvasFile = v.object({
  nodes: list,
  edges: list,
  riffroom: extension(
    v.object({
      title: v.optional(v.fallback(v.nullable(v.string()), null), null),
      brief: v.optional(
        v.fallback(
          v.object({
            challenge: v.optional(word, ''),
            why: v.optional(word, ''),
            stakeholders: v.optional(word, ''),
            constraints: v.optional(word, ''),
            unknowns: v.optional(word, ''),
            decider: v.optional(word, ''),
          }),
          { challenge: '', why: '', stakeholders: '', constraints: '', unknowns: '', decider: '' },
        ),
      ),
    }),
  ),
});
