/** What a second start hands to the running app: its own reading of its arguments, or else their shapes. */
import { isAbsolute } from 'node:path';
import * as v from 'valibot';
import { type ArgumentPlace, readArguments } from './readArguments.ts';
import { readInvite } from './readInvite.ts';

export interface Handover {
  readonly files: readonly string[];
  readonly invites: readonly string[];
  readonly practice: boolean;
}

const text = v.pipe(v.string(), v.maxLength(8192));
const handoverSchema = v.object({
  files: v.pipe(v.array(v.pipe(text, v.check(isAbsolute))), v.maxLength(50)),
  invites: v.pipe(
    v.array(
      v.pipe(
        text,
        v.check((link) => readInvite(link) !== null),
      ),
    ),
    v.maxLength(50),
  ),
  practice: v.fallback(v.boolean(), false),
});

export function readHandover(data: unknown, argv: readonly string[], place: ArgumentPlace): Handover {
  const parsed = v.safeParse(handoverSchema, data);
  if (parsed.success) return parsed.output;
  const { files, invites, practice } = readArguments(argv.slice(1), place);
  return { files, invites, practice };
}
