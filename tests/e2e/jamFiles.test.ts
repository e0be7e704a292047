import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../shared/file/container.ts';
import { type JamFile, readJamFile, writeJamFile } from '../../shared/file/jamFile.ts';
import { encodeRecords } from '../../shared/log/journalRecord.ts';
import { toUtf8 } from '../../shared/util/bytes.ts';
import { launchApp } from '../support/launchApp.ts';
import { openPerson } from '../support/threePeople.ts';
import { driveJam } from './jamDriver.ts';
import { EDITIONS, openHouse } from './openHouse.ts';

const house = openHouse();

/** Somebody's jam as a file, and what a newer version put beside it. */
function jamFile(kept: readonly Section[] = []): Uint8Array {
  const { jam } = openPerson('alice', 1);
  jam.run('jam.start', { challenge: 'How might the valley keep a bus?', name: 'Alice' });
  jam.run('idea.add', {
    place: { board: 'main', group: null, x: 0, y: 0, auto: false },
    text: 'Vans take people along',
  });
  const written = writeJamFile({
    jam: jam.id,
    title: 'Valley',
    createdWith: 'Riffroom 9',
    records: encodeRecords(jam.records()),
    kept,
  });
  if (!written.ok) throw new Error(written.sentence);
  return written.value;
}

function read(bytes: Uint8Array): JamFile {
  const file = readJamFile(bytes);
  if (!file.ok) throw new Error(file.sentence);
  return file.value;
}

for (const edition of EDITIONS) {
  describe(`a jam file, in the ${edition}`, () => {
    it('keeps what a newer version put there, over closing the jam and saving it anew', async () => {
      const kept: Section[] = [
        { type: 'x-votes', bytes: toUtf8('sealed') },
        { type: 'keyframe', bytes: toUtf8('stored in a way of tomorrow'), opaque: { flags: 6, raw: 99 } },
      ];
      const { page, jam, saves } = await house.visit(edition, {
        args: [house.file('newer.riffjam', jamFile(kept))],
      });
      await page.getByRole('region', { name: 'Board' }).waitFor();
      await jam.kept();
      await jam.act('All jams');
      await jam.openJam(/valley/i);
      const { bytes } = await saves(() => jam.act('Save a copy as'));
      expect(read(Uint8Array.from(bytes)).kept).toEqual(kept);
    });

    it('opened twice brings nothing new, and an older copy is called one', async () => {
      const path = house.file('valley.riffjam', jamFile());
      const { page, jam, open } = await house.visit(edition, { args: [path] });
      await page.getByRole('region', { name: 'Board' }).waitFor();
      await jam.kept();
      await open(path);
      await jam.says('Nothing new: you had all of it.');
      await jam.press('n');
      await jam.write('Written since');
      await jam.press('Escape');
      await open(path);
      await jam.says('Nothing new: this is an older copy, and you have all of it and more.');
    });
  });
}

describe('a second start on the same profile', () => {
  it('hands its file to the first, and ends', async () => {
    const profile = house.folder();
    const first = await launchApp({ profile });
    try {
      const jam = driveJam(first.page);
      await first.page.getByRole('textbox', { name: /new jam/i }).waitFor();
      const said = await first.startAgain([house.file('valley.riffjam', jamFile())]);
      expect(said).toMatch(/already open/);
      await first.page.getByRole('region', { name: 'Board' }).waitFor();
      await first.startAgain([house.file('more.md', '- From the second start\n')]);
      await jam.says(/^1 idea from more\.md/);
    } finally {
      await first.close();
    }
  });
});

describe('saving over a file', () => {
  it('goes to the jam’s own one, never to a copy that was merged in', async () => {
    const copy = house.file('copy.riffjam', jamFile());
    const before = readFileSync(copy);
    const own = house.file('own.riffjam', jamFile());
    const { page, jam, open } = await house.visit('window', { args: [own] });
    await page.getByRole('region', { name: 'Board' }).waitFor();
    await open(copy);
    await jam.says('Nothing new');
    await jam.press('n');
    await jam.write('Mine');
    await jam.press('Escape');
    await jam.press('Control+s');
    await jam.says('Saved as own.riffjam.');
    expect(readFileSync(copy)).toEqual(before);
    expect(read(readFileSync(own)).records.length).toBeGreaterThan(read(before).records.length);
  });
});
