/**
 * Sections of a jam's files that this version cannot read: a newer version's work. They lie beside the journal, so that
 * a jam that was closed meanwhile is saved with them too.
 */
import { type Section, writeContainer } from '../../shared/file/container.ts';
import { readContainer } from '../../shared/file/readContainer.ts';
import type { Shell } from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import { toHex } from '../../shared/util/bytes.ts';
import { sha256 } from '../../shared/util/hash.ts';
import { ok, type Result } from '../../shared/util/result.ts';

type KeptShell = Pick<Shell, 'loadKept' | 'saveKept'>;

export interface KeptSections {
  readonly sections: readonly Section[];
  /** What of them could not be read any more, in sentences. */
  readonly lost: readonly string[];
}

/** Refused when they cannot be read from the disk. */
export async function loadKept(shell: KeptShell, jam: JamId): Promise<Result<KeptSections>> {
  const loaded = await shell.loadKept(jam);
  if (!loaded.ok) return loaded;
  if (loaded.value.length === 0) return ok({ sections: [], lost: [] });
  const read = readContainer(loaded.value);
  return read.ok ? ok(read.value) : read;
}

/**
 * The union, each section once: of two files of one jam neither's is thrown away. What is new in it is on the disk with
 * the answer; refused when it does not fit there, and then nothing of it is kept.
 */
export async function addKept(
  shell: KeptShell,
  jam: JamId,
  before: readonly Section[],
  added: readonly Section[],
): Promise<Result<readonly Section[]>> {
  const known = new Map(before.map((section) => [keyOf(section), section]));
  for (const section of added) known.set(keyOf(section), section);
  if (known.size === before.length) return ok(before);
  const sections = [...known.values()];
  const written = writeContainer(sections);
  if (!written.ok) return written;
  const saved = await shell.saveKept(jam, written.value);
  return saved.ok ? ok(sections) : saved;
}

function keyOf({ type, bytes, opaque }: Section): string {
  return `${type}:${opaque?.flags ?? 0}:${toHex(sha256(bytes))}`;
}
