import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { binDays, createLibrary } from '../../electron/store/library.ts';
import { cardOf, recordOf } from '../contract/shellContract.ts';
import { createFaultyDisk } from './support/faultyFiles.ts';
import { tempFolder } from './support/tempFolder.ts';

const { mkdir, readFile, readdir, writeFile } = files;
const day = 24 * 60 * 60 * 1000;

async function openLibrary(now = () => 1_000_000) {
  const profile = await tempFolder();
  return { profile, library: createLibrary(files, profile, now) };
}

describe('the library', () => {
  it('shows a jam whose card is damaged by its last good card', async () => {
    const { profile, library } = await openLibrary();
    await library.put(cardOf('a', { title: 'First' }));
    await library.put(cardOf('a', { title: 'Second' }));
    await writeFile(join(profile, 'jams/a/card.json'), '{"jam":"a","title"');
    expect((await library.list()).map(({ title }) => title)).toEqual(['First']);
  });

  it('shows a jam without any card by a bare one, as long as there is something of it', async () => {
    const { profile, library } = await openLibrary();
    await mkdir(join(profile, 'jams/lost'), { recursive: true });
    await mkdir(join(profile, 'jams/empty'), { recursive: true });
    await writeFile(join(profile, 'jams/lost/journal'), recordOf(1));
    await writeFile(join(profile, 'jams/lost/card.json'), '');
    const cards = await library.list();
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ jam: 'lost', title: 'A jam without its card', ideas: 0, binned: null });
    expect(cards[0]?.changed).toBeGreaterThan(0);
    expect(await library.bin('lost')).toMatchObject({ ok: true });
  });

  it('keeps a room’s secret for its owner alone, and shows none where it is damaged', async () => {
    const { profile, library } = await openLibrary();
    const room = { secret: 'A'.repeat(43), addresses: [], open: false, port: 4718 };
    await library.saveRoom('a', room);
    await library.saveRoom('a', { ...room, addresses: ['http://10.0.0.1:1'] });
    const path = join(profile, 'jams/a/room.json');
    expect((await files.stat(path)).mode & 0o777).toBe(0o600);
    expect((await readdir(join(profile, 'jams/a'))).sort()).toEqual(['room.json']);
    await writeFile(path, '{"secret":"AAAA","addresses":[]}');
    expect(await library.loadRoom('a')).toBeNull();
    const { port: _, ...beforePorts } = room;
    await writeFile(path, JSON.stringify(beforePorts));
    expect(await library.loadRoom('a')).toEqual({ ...room, port: null });
  });

  it('takes no card for another jam’s', async () => {
    const { profile, library } = await openLibrary();
    await library.put(cardOf('a'));
    await writeFile(join(profile, 'jams/a/card.json'), JSON.stringify(cardOf('b')));
    expect((await library.list()).map(({ jam }) => jam)).toEqual(['a']);
  });

  it('ignores what is no jam: files, strange names, hidden folders', async () => {
    const { profile, library } = await openLibrary();
    await mkdir(join(profile, 'jams/.hidden'), { recursive: true });
    await mkdir(join(profile, 'jams/with space'), { recursive: true });
    await writeFile(join(profile, 'jams/file'), 'x');
    expect(await library.list()).toEqual([]);
  });

  it('cuts what is too long, and drops keys that are none of a card’s', async () => {
    const { profile, library } = await openLibrary();
    await library.put(cardOf('a'));
    const wild = {
      ...cardOf('a'),
      title: 'x'.repeat(10_000),
      extra: 1,
      signature: [5, -1, 0.5],
      trees: Array(50).fill([[0, 0, 0]]),
    };
    await writeFile(
      join(profile, 'jams/a/card.json'),
      JSON.stringify(wild).replace('"extra":1', '"__proto__":{"binned":5}'),
    );
    const [card] = await library.list();
    expect(card?.title).toHaveLength(400);
    expect(card?.trees).toHaveLength(12);
    expect(card?.signature).toEqual([1, 0, 0.5]);
    expect(Object.keys(card ?? {}).sort()).toEqual([...Object.keys(cardOf('a')), 'door'].sort());
  });

  it('does not write a jam into the folder of one whose name differs only by case', async () => {
    const { library } = await openLibrary();
    await library.put(cardOf('Abc'));
    expect(await library.put(cardOf('aBC'))).toMatchObject({ ok: false, code: 'name-clash' });
  });

  it('sweeps after 30 days in the bin, and only then', async () => {
    let now = 0;
    const { profile, library } = await openLibrary(() => now);
    await library.put(cardOf('old'));
    await library.put(cardOf('young'));
    await library.put(cardOf('kept'));
    await library.bin('old');
    now = 1 * day;
    await library.bin('young');
    now = binDays * day;
    expect(await library.sweep()).toEqual(['old']);
    expect((await readdir(join(profile, 'jams'))).sort()).toEqual(['kept', 'young']);
  });

  it('refuses on a full disk and leaves the card as it was', async () => {
    const profile = await tempFolder();
    const disk = createFaultyDisk();
    const library = createLibrary(disk.files, profile, () => 0);
    await library.put(cardOf('a', { title: 'Good' }));
    disk.room = 10;
    expect(await library.put(cardOf('a', { title: 'Worse' }))).toMatchObject({
      ok: false,
      code: 'disk-full',
    });
    expect(JSON.parse(await readFile(join(profile, 'jams/a/card.json'), 'utf8'))).toMatchObject({
      title: 'Good',
    });
    expect((await library.list())[0]?.title).toBe('Good');
  });

  it('keeps the last of many cards written at once', async () => {
    const { library } = await openLibrary();
    await Promise.all(Array.from({ length: 20 }, (_, n) => library.put(cardOf('a', { title: `Card ${n}` }))));
    expect((await library.list())[0]?.title).toBe('Card 19');
  });
});
