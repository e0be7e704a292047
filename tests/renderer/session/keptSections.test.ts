import { describe, expect, it } from 'vitest';
import { addKept, loadKept } from '../../../renderer/session/keptSections.ts';
import type { Section } from '../../../shared/file/container.ts';
import type { Answer, Shell } from '../../../shared/ipc/shell.ts';
import { noBytes, toUtf8 } from '../../../shared/util/bytes.ts';

/** A disk for one jam. */
function createDisk(): Pick<Shell, 'loadKept' | 'saveKept'> & { writes: number; full: boolean } {
  let bytes: Uint8Array = noBytes;
  const disk = {
    writes: 0,
    full: false,
    loadKept: () => Promise.resolve({ ok: true as const, value: bytes }),
    saveKept: (_jam: string, next: Uint8Array): Promise<Answer<null>> => {
      if (disk.full) return Promise.resolve({ ok: false, code: 'disk-full', sentence: 'The disk is full.' });
      bytes = next;
      disk.writes++;
      return Promise.resolve({ ok: true, value: null });
    },
  };
  return disk;
}

const votes: Section = { type: 'x-votes', bytes: toUtf8('sealed') };
const state: Section = { type: 'keyframe', bytes: toUtf8('a state'), opaque: { flags: 6, raw: 900 } };

describe('what a newer version left in a jam', () => {
  it('is there again as it was when the jam is opened later', async () => {
    const disk = createDisk();
    expect(await loadKept(disk, 'a')).toEqual({ ok: true, value: { sections: [], lost: [] } });
    await addKept(disk, 'a', [], [votes, state]);
    expect(await loadKept(disk, 'a')).toMatchObject({
      ok: true,
      value: { sections: [votes, state], lost: [] },
    });
  });

  it('is the union of all files of the jam, and the same file twice writes nothing', async () => {
    const disk = createDisk();
    const other: Section = { ...votes, bytes: toUtf8('sealed by bob') };
    const first = await addKept(disk, 'a', [], [votes]);
    if (!first.ok) throw new Error(first.sentence);
    const second = await addKept(disk, 'a', first.value, [other]);
    if (!second.ok) throw new Error(second.sentence);
    expect(second.value).toEqual([votes, other]);
    await addKept(disk, 'a', second.value, [votes]);
    await addKept(disk, 'a', second.value, []);
    expect(disk.writes).toBe(2);
  });

  it('is refused with the disk’s own sentence where there is no room', async () => {
    const disk = createDisk();
    disk.full = true;
    expect(await addKept(disk, 'a', [], [votes])).toMatchObject({ ok: false, sentence: 'The disk is full.' });
  });
});
