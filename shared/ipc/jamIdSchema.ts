import * as v from 'valibot';

/** Names that Windows keeps for devices; a folder of that name can't be made there. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A jam's id names its folder, so nothing but these letters may stand in it. */
export const jamIdSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/),
  v.check((id) => !reserved.test(id)),
);

export function isJamId(value: unknown): value is string {
  return v.is(jamIdSchema, value);
}
