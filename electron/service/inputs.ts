/**
 * What a page may say, parsed into fresh objects, beyond what `shared/ipc` has for all shells. Everything that comes over
 * IPC or HTTP passes here or there and nowhere else.
 */
import * as v from 'valibot';
import { isTopic } from '../../shared/hub/names.ts';
import type { SaveRequest } from '../../shared/ipc/shell.ts';
import { maxFileBytes } from '../store/readFileBounded.ts';

const mebibyte = 1024 * 1024;
/** Bytes of one append; a session's whole past merged from a file comes in parts below this. */
export const maxAppendBytes = 128 * mebibyte;
export const maxClipboardLetters = 16 * mebibyte;

const bytes = (limit: number) =>
  v.pipe(
    v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    v.check((value) => value.byteLength <= limit),
  );

export const appendSchema = bytes(maxAppendBytes);
export const keptSchema = bytes(maxFileBytes);
export const clipboardSchema = v.pipe(v.string(), v.maxLength(maxClipboardLetters));
export const titleSchema = v.pipe(
  v.string(),
  v.transform((title) => title.replace(/\s+/g, ' ').slice(0, 200)),
);
export const actionIdsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(2000));

export const topicSchema = v.custom<string>(isTopic);
/** Which of them can be dialled the hub decides. */
export const hubAddressesSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(32));

/** A suggested name can't lead out of the folder that the dialog shows. */
const fileNameSchema = v.pipe(
  v.string(),
  v.transform((name) => cleanFileName(name)),
);

export const saveRequestSchema: v.GenericSchema<unknown, SaveRequest> = v.object({
  name: fileNameSchema,
  bytes: bytes(maxFileBytes),
  typeName: v.pipe(
    v.string(),
    v.transform((name) => name.slice(0, 80)),
  ),
  handle: v.nullable(v.pipe(v.string(), v.maxLength(100))),
});

export function cleanFileName(name: string): string {
  const clean = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are taken out
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  if (clean.length <= 120) return clean === '' ? 'Untitled' : clean;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, 120 - ending.length).trimEnd()}${ending}`;
}
