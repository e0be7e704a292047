import * as v from 'valibot';
import type { JamId } from '../model/ids.ts';
import { fromUtf8, toUtf8 } from '../util/bytes.ts';

/** What a file says about itself without its history being read. */
export interface Manifest {
  readonly jam: JamId;
  readonly title: string;
  /** "Riffroom 0.1.0" */
  readonly createdWith: string;
}

const maxManifestBytes = 64 * 1024;

/** The id becomes a folder's name on other people's machines, so its form is checked, not only its type. */
const jamId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
const line = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\s+/g, ' ').trim().slice(0, 400)),
);
const schema = v.object({ jam: jamId, title: v.fallback(line, ''), createdWith: v.fallback(line, '') });

export function writeManifest(manifest: Manifest): Uint8Array {
  const { jam, title, createdWith } = manifest;
  return toUtf8(JSON.stringify({ jam, title, createdWith }));
}

/** A fresh object with the known keys only, or null when there is no jam id to be had. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  if (bytes.length > maxManifestBytes) return null;
  const text = fromUtf8(bytes);
  if (text === null) return null;
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
