/** What a page says, parsed into fresh objects: the same for every implementation of the Shell. */
import * as v from 'valibot';
import { fromBase64Url } from '../util/bytes.ts';
import { parseJson } from '../util/parseJson.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import { maxSignedBytes, SIGN_PURPOSES } from '../util/signature.ts';
import { DEFAULT_SETTINGS, type RoomRecord, type ViewState } from './shell.ts';

/** Of what a jam's files hold that this version cannot read. */
export const maxKeptBytes = 64 * 1024 * 1024;
export const maxViewBytes = 64 * 1024;

export const settingsSchema = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  singleLetters: v.boolean(),
  pointer: v.picklist(['mouse', 'trackpad']),
  spellcheck: v.boolean(),
  bell: v.boolean(),
  memberName: v.pipe(
    v.string(),
    v.transform((name) => name.slice(0, 120)),
  ),
});

const { entries } = settingsSchema;
/** From what was kept: each field that is missing or damaged falls back to its default alone. */
export const tolerantSettingsSchema = v.object({
  theme: v.fallback(entries.theme, DEFAULT_SETTINGS.theme),
  singleLetters: v.fallback(entries.singleLetters, DEFAULT_SETTINGS.singleLetters),
  pointer: v.fallback(entries.pointer, DEFAULT_SETTINGS.pointer),
  spellcheck: v.fallback(entries.spellcheck, DEFAULT_SETTINGS.spellcheck),
  bell: v.fallback(entries.bell, DEFAULT_SETTINGS.bell),
  memberName: v.fallback(entries.memberName, DEFAULT_SETTINGS.memberName),
});

export const signingSchema = v.object({
  purpose: v.picklist(SIGN_PURPOSES),
  message: v.pipe(
    v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    v.check((message) => message.byteLength <= maxSignedBytes),
  ),
});

export const portSchema = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1024), v.maxValue(65_535)));

export const roomSchema: v.GenericSchema<unknown, RoomRecord> = v.object({
  secret: v.pipe(
    v.string(),
    v.check((text) => fromBase64Url(text)?.length === 32),
  ),
  addresses: v.pipe(v.array(v.pipe(v.string(), v.maxLength(128))), v.maxLength(32)),
  open: v.boolean(),
  port: v.optional(portSchema, null),
});

/** Through JSON and back: a plain fresh object of at most 64 KiB, without `__proto__`. */
export function parseView(input: unknown): Result<ViewState> {
  const refused = refuse('bad-input', 'The view of this jam could not be kept.');
  try {
    const text = JSON.stringify(input);
    if (typeof text !== 'string' || text.length > maxViewBytes) return refused;
    const parsed = v.safeParse(v.record(v.string(), v.unknown()), parseJson(text));
    return parsed.success && !Array.isArray(input) ? ok(parsed.output) : refused;
  } catch {
    return refused;
  }
}

export function parseInput<T>(schema: v.GenericSchema<unknown, T>, input: unknown, what: string): Result<T> {
  const parsed = v.safeParse(schema, input);
  return parsed.success
    ? ok(parsed.output)
    : refuse('bad-input', `Riffroom did not understand ${what}, so nothing was changed. Please try again.`);
}
