/**
 * What every Shell promises, whatever carries it. Each implementation's test file calls this with a way to make one.
 * "A window" is one page: two shells of one house are two windows on the same profile.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { DEFAULT_SETTINGS, type JamCard, type OpenRequest, type Shell } from '../../shared/ipc/shell.ts';
import { encodeRecords, readRecords } from '../../shared/log/journalRecord.ts';
import { concatBytes, fromBase64Url, toUtf8 } from '../../shared/util/bytes.ts';
import { maxSignedBytes, SIGN_PURPOSES, type SignPurpose } from '../../shared/util/signature.ts';

export interface ShellHouse {
  /** A fresh window. */
  open(): Promise<Shell>;
  /** The page of this window ends without a word, as in a crash. */
  abandon(shell: Shell): Promise<void>;
  /** A file or link arrives from outside, for the window opened last. */
  deliver(request: OpenRequest): void;
  /** The same profile after a restart. */
  restart(): Promise<void>;
  /** Where pages of this house come from, as sockets say it. */
  origin(): string;
  /** The profile's folder, to look at or to damage. */
  readonly profile: string;
  end(): Promise<void>;
}

export const session = 'AAAAAAAAAAAAAAAAAAAAAA';

export function recordOf(...bytes: number[]): Uint8Array {
  return encodeRecords([{ session, bytes: Uint8Array.from(bytes) }]);
}

export function bodiesIn(records: Uint8Array): number[][] {
  return readRecords(records).records.map(({ bytes }) => [...bytes]);
}

export function cardOf(jam: string, fields: Partial<JamCard> = {}): JamCard {
  return {
    jam,
    title: `Jam ${jam}`,
    challenge: 'How might we?',
    created: 1,
    changed: 2,
    people: 1,
    ideas: 3,
    promoted: 0,
    sample: false,
    trees: [[[0, 0, 0]]],
    signature: [0, 0.5, 1],
    binned: null,
    ...fields,
  };
}

export interface ShellTraits {
  /** A process stands behind the page: it has a hub, and things can arrive from outside while it runs. Default true. */
  readonly hasProcess?: boolean;
}

export function describeShell(
  name: string,
  build: () => Promise<ShellHouse>,
  { hasProcess = true }: ShellTraits = {},
): void {
  describe(`the shell: ${name}`, () => {
    let house: ShellHouse;
    let shell: Shell;

    beforeEach(async () => {
      house = await build();
      shell = await house.open();
    });
    afterEach(() => house.end());

    it('says who and where it is, the same after a restart', async () => {
      const info = await shell.start();
      expect(info.kind).toBe(shell.kind);
      expect(info.device).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(info.member).toMatch(/^[A-Za-z0-9_-]{22}$/);
      expect(info.settings).toEqual(DEFAULT_SETTINGS);
      expect(info.jam).toBeNull();
      expect(info.requests).toEqual([]);
      await house.restart();
      const again = await (await house.open()).start();
      expect([again.device, again.member]).toEqual([info.device, info.member]);
    });

    it('keeps settings, and refuses what are none', async () => {
      await shell.start();
      const settings = { ...DEFAULT_SETTINGS, theme: 'dark', memberName: 'Alice' } as const;
      expect(await shell.saveSettings(settings)).toEqual({ ok: true, value: settings });
      const bad = await shell.saveSettings({ ...settings, theme: 'pink' as 'dark' });
      expect(bad).toMatchObject({ ok: false, code: 'bad-input' });
      await house.restart();
      expect((await (await house.open()).start()).settings).toEqual(settings);
    });

    it('lists cards by their latest change', async () => {
      await shell.start();
      expect(await shell.listJams()).toEqual([]);
      await shell.putCard(cardOf('old', { changed: 10 }));
      await shell.putCard(cardOf('new', { changed: 20 }));
      await shell.putCard(cardOf('old', { changed: 11, title: 'Renamed' }));
      const cards = await shell.listJams();
      expect(cards.map(({ jam, title }) => [jam, title])).toEqual([
        ['new', 'Jam new'],
        ['old', 'Renamed'],
      ]);
      expect(cards[0]).toEqual({ ...cardOf('new', { changed: 20 }), door: false });
    });

    it('puts a jam into the bin and takes it out; a card written meanwhile leaves it there', async () => {
      await shell.start();
      await shell.putCard(cardOf('a'));
      expect(await shell.binJam('a')).toEqual({ ok: true, value: null });
      await shell.putCard(cardOf('a', { title: 'Written late', binned: null }));
      const [card] = await shell.listJams();
      expect(card?.binned).toBeTypeOf('number');
      expect(card?.title).toBe('Written late');
      await shell.restoreJam('a');
      expect((await shell.listJams())[0]?.binned).toBeNull();
      expect(await shell.binJam('never-was')).toMatchObject({ ok: false, code: 'no-such-jam' });
    });

    it('gives back what was appended, in order, also after a restart', async () => {
      await shell.start();
      expect(await shell.openJournal('a')).toEqual({
        ok: true,
        value: { records: new Uint8Array(), damaged: null },
      });
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, n) => shell.appendJournal('a', recordOf(n, n + 1))),
      );
      expect(answers.every(({ ok }) => ok)).toBe(true);
      await house.restart();
      const again = await house.open();
      await again.start();
      const read = await again.openJournal('a');
      expect(read.ok && bodiesIn(read.value.records)).toEqual(
        Array.from({ length: 60 }, (_, n) => [n, n + 1]),
      );
    });

    it('keeps nothing of an append that is no whole records', async () => {
      await shell.start();
      await shell.openJournal('a');
      const torn = recordOf(1, 2, 3).subarray(0, -1);
      expect(await shell.appendJournal('a', concatBytes(recordOf(7), torn))).toMatchObject({
        ok: false,
        code: 'bad-records',
      });
      expect(await shell.appendJournal('a', recordOf(8))).toMatchObject({ ok: true });
      await shell.closeJournal('a');
      const read = await shell.openJournal('a');
      expect(read.ok && bodiesIn(read.value.records)).toEqual([[8]]);
    });

    it('refuses to append to a jam that is not open', async () => {
      await shell.start();
      expect(await shell.appendJournal('a', recordOf(1))).toMatchObject({ ok: false, code: 'not-open' });
      await shell.openJournal('a');
      await shell.closeJournal('a');
      expect(await shell.appendJournal('a', recordOf(1))).toMatchObject({ ok: false, code: 'not-open' });
    });

    it('lets one window at a time write a jam', async () => {
      await shell.start();
      await shell.openJournal('a');
      const other = await house.open();
      await other.start();
      expect(await other.openJournal('a')).toMatchObject({ ok: false, code: 'open-elsewhere' });
      expect(await other.appendJournal('a', recordOf(1))).toMatchObject({ ok: false });
      expect(await other.binJam('a')).toMatchObject({ ok: false, code: 'open-elsewhere' });
      await shell.closeJournal('a');
      expect(await other.openJournal('a')).toMatchObject({ ok: true });
    });

    it('does not leave a jam with a page that is gone', async () => {
      await shell.start();
      await shell.openJournal('a');
      await shell.appendJournal('a', recordOf(5));
      await house.abandon(shell);
      const other = await house.open();
      await other.start();
      const read = await other.openJournal('a');
      expect(read.ok && bodiesIn(read.value.records)).toEqual([[5]]);
    });

    it('keeps the view of each jam, and nothing that is none', async () => {
      await shell.start();
      expect(await shell.loadView('a')).toBeNull();
      await shell.saveView('a', { camera: { x: 1, y: -2, zoom: 0.5 }, panel: null });
      expect(await shell.loadView('a')).toEqual({ camera: { x: 1, y: -2, zoom: 0.5 }, panel: null });
      await shell.saveView('a', { big: 'x'.repeat(70_000) });
      await shell.saveView('a', JSON.parse('{"__proto__":{"poisoned":true},"kept":1}'));
      const view = (await shell.loadView('a')) as Record<string, unknown>;
      expect(view).toEqual({ kept: 1 });
      expect(Object.hasOwn(view, '__proto__')).toBe(false);
      expect(view.poisoned).toBeUndefined();
    });

    it('keeps what newer versions left in a jam, also after a restart, and nothing beyond the bound', async () => {
      await shell.start();
      expect(await shell.loadKept('a')).toEqual({ ok: true, value: new Uint8Array() });
      await shell.saveKept('a', Uint8Array.of(1, 2, 3));
      expect(await shell.saveKept('a', Uint8Array.of(4, 5))).toEqual({ ok: true, value: null });
      const tooMuch = new Uint8Array(64 * 1024 * 1024 + 1);
      expect(await shell.saveKept('a', tooMuch)).toMatchObject({ ok: false, code: 'too-large' });
      await house.restart();
      const again = await house.open();
      await again.start();
      expect(await again.loadKept('a')).toEqual({ ok: true, value: Uint8Array.of(4, 5) });
      expect(await again.loadKept('b')).toEqual({ ok: true, value: new Uint8Array() });
    });

    it.each(['../out', '..', 'a/b', 'a\\b', '', 'nul', 'x'.repeat(65), '/etc', 'a\0b', '%2e%2e'])(
      'refuses the jam %j',
      async (jam) => {
        await shell.start();
        expect(await shell.openJournal(jam)).toMatchObject({ ok: false, code: 'bad-input' });
        expect(await shell.putCard(cardOf(jam))).toMatchObject({ ok: false, code: 'bad-input' });
        expect(await shell.binJam(jam)).toMatchObject({ ok: false, code: 'bad-input' });
        expect(await shell.loadKept(jam)).toMatchObject({ ok: false, code: 'bad-input' });
        expect(await shell.saveKept(jam, Uint8Array.of(1))).toMatchObject({ ok: false, code: 'bad-input' });
        expect(await shell.loadView(jam)).toBeNull();
        await shell.saveView(jam, { x: 1 });
        await shell.closeJournal(jam);
        expect(await shell.listJams()).toEqual([]);
      },
    );

    const room = {
      secret: 'A'.repeat(43),
      addresses: ['http://10.0.0.1:4718', 'http://greta.local:4718'],
      open: true,
      port: 4718,
    };

    it('lists whether a jam’s door opens with it; a guest’s is the host’s', async () => {
      await shell.start();
      await shell.putCard(cardOf('a'));
      await shell.putCard(cardOf('b'));
      await shell.saveRoom('a', room);
      await shell.saveRoom('b', { ...room, open: false });
      const doors = async () =>
        Object.fromEntries((await shell.listJams()).map(({ jam, door }) => [jam, door]));
      expect(await doors()).toEqual({ a: hasProcess, b: false });
    });

    it('keeps a jam’s room beside it, also after a restart, and gives it to no other', async () => {
      await shell.start();
      expect(await shell.loadRoom('a')).toBeNull();
      expect(await shell.saveRoom('a', room)).toEqual({ ok: true, value: null });
      await shell.saveRoom('b', room);
      const moved = { ...room, addresses: [] };
      expect(await shell.saveRoom('b', moved)).toEqual({ ok: true, value: null });
      await house.restart();
      const again = await house.open();
      await again.start();
      expect(await again.loadRoom('a')).toEqual(room);
      expect(await again.loadRoom('b')).toEqual(moved);
      // A copy is made of the journal: it has the history of the jam, and is a room of its own.
      await again.openJournal('a');
      await again.appendJournal('a', recordOf(1));
      const history = await again.openJournal('a');
      const records = history.ok ? history.value.records : new Uint8Array();
      expect(bodiesIn(records)).toEqual([[1]]);
      expect(Buffer.from(records).includes(room.secret)).toBe(false);
      await again.openJournal('copy');
      await again.appendJournal('copy', records);
      expect(await again.loadRoom('copy')).toBeNull();
    });

    it('keeps no room that is none', async () => {
      await shell.start();
      const refused = { ok: false, code: 'bad-input' };
      expect(await shell.saveRoom('a', { ...room, secret: 'short' })).toMatchObject(refused);
      expect(await shell.saveRoom('a', { ...room, addresses: Array(33).fill('x') })).toMatchObject(refused);
      expect(await shell.saveRoom('a', { ...room, addresses: ['x'.repeat(129)] })).toMatchObject(refused);
      expect(await shell.saveRoom('../a', room)).toMatchObject(refused);
      expect(await shell.loadRoom('a')).toBeNull();
      expect(await shell.loadRoom('../a')).toBeNull();
    });

    it('signs with the device’s key, each purpose by itself, the same after a restart', async () => {
      const { device } = await shell.start();
      const key = fromBase64Url(device) ?? new Uint8Array();
      const message = Uint8Array.from({ length: maxSignedBytes }, (_, n) => n & 0xff);
      const signed = new Set<string>();
      for (const purpose of SIGN_PURPOSES) {
        const answer = await shell.sign(purpose, message);
        const signature = answer.ok ? answer.value : new Uint8Array(64);
        signed.add(signature.join());
        const bytes = concatBytes(toUtf8(`riffroom ${purpose}\0`), message);
        expect(ed25519.verify(signature, bytes, key)).toBe(true);
        expect(ed25519.verify(signature, message, key)).toBe(false);
      }
      expect(signed.size).toBe(SIGN_PURPOSES.length);
      expect(await shell.sign('seal', new Uint8Array())).toMatchObject({ ok: true });
      await house.restart();
      const again = await house.open();
      await again.start();
      const answer = await again.sign('link', message);
      expect(answer.ok && signed.has(answer.value.join())).toBe(true);
    });

    it('signs for no other purpose, and nothing longer than 4 KiB', async () => {
      await shell.start();
      const refused = { ok: false, code: 'bad-input' };
      expect(await shell.sign('invite' as SignPurpose, toUtf8('x'))).toMatchObject(refused);
      expect(await shell.sign('hello', new Uint8Array(maxSignedBytes + 1))).toMatchObject(refused);
    });

    it('says every refusal in one whole sentence', async () => {
      await shell.start();
      const refusals = [
        await shell.openJournal('../x'),
        await shell.appendJournal('a', recordOf(1)),
        await shell.binJam('never-was'),
        await shell.putCard({} as JamCard),
      ];
      for (const refusal of refusals) {
        expect(refusal.ok).toBe(false);
        if (!refusal.ok) expect(refusal.sentence).toMatch(/^[A-Z].{15,}[.]$/);
      }
    });

    const describeHub = hasProcess ? describe : () => undefined;
    describeHub('and its hub', () => {
      const topic = 'T'.repeat(43);

      async function join(origin: string): Promise<string> {
        const hub = await shell.hub();
        return hub.ok ? heardFrom(hub.value.signaling, { type: 'ping' }, origin) : 'refused';
      }

      it('answers the page itself, and no page that only learnt the address', async () => {
        await shell.start();
        expect(await join(house.origin())).toBe('{"type":"pong"}');
        expect(await join('http://evil.example')).toBe('closed');
        const hub = await shell.hub();
        const { signaling, relay } = hub.ok ? hub.value : { signaling: '', relay: '' };
        expect(await heardFrom(signaling.replace(/t=.*/, 't=guessed'), {}, house.origin())).toBe('closed');
        expect(JSON.parse(await heardFrom(relay, {}, house.origin()))).toEqual({
          address: expect.stringMatching(/^[\w-]{22}$/),
        });
      });

      it('serves the network while a jam is shared, at one port, also after a restart', async () => {
        await shell.start();
        await shell.openJournal('a');
        const shared = await shell.shareTopic('a', topic, null);
        const [first = ''] = shared.ok ? shared.value.addresses : [];
        expect(first).toMatch(/^http:\/\/[\w.:[\]-]+:\d+$/);
        const port = new URL(first).port;
        const atHome = `ws://127.0.0.1:${port}/hub`;
        expect(await heardFrom(atHome, { type: 'ping' }, `http://127.0.0.1:${port}`)).toBe('{"type":"pong"}');
        await shell.unshareTopic('a');
        expect(await heardFrom(atHome, { type: 'ping' }, `http://127.0.0.1:${port}`)).toBe('closed');
        await house.restart();
        const again = await house.open();
        await again.start();
        await again.openJournal('a');
        expect(await again.shareTopic('a', topic, null)).toEqual(shared);
        await again.closeJournal('a');
        expect(await heardFrom(atHome, { type: 'ping' }, `http://127.0.0.1:${port}`)).toBe('closed');
      });

      it('does not keep the house open when a page has a socket to it', async () => {
        await shell.start();
        const hub = await shell.hub();
        const socket = new WebSocket(hub.ok ? hub.value.signaling : '', { origin: house.origin() });
        await new Promise((opened) => socket.once('open', opened));
        const closed = new Promise((done) => socket.once('close', done));
        await house.restart();
        await closed;
      });

      it('speaks only for a jam that is open in this window', async () => {
        await shell.start();
        const other = await house.open();
        await other.start();
        await other.openJournal('a');
        expect(await shell.shareTopic('a', topic, null)).toMatchObject({ ok: false, code: 'not-open' });
        expect(await shell.meetHubs('a', topic, [])).toMatchObject({ ok: false, code: 'not-open' });
        expect(await other.meetHubs('a', topic, ['nonsense', 'http://127.0.0.1:9'])).toEqual({
          ok: true,
          value: null,
        });
      });

      it.each(['', 'T'.repeat(44), 'é'.repeat(43), null, 7])('refuses the topic %j', async (wrong) => {
        await shell.start();
        await shell.openJournal('a');
        expect(await shell.shareTopic('a', wrong as string, null)).toMatchObject({
          ok: false,
          code: 'bad-input',
        });
        expect(await shell.meetHubs('a', wrong as string, [])).toMatchObject({
          ok: false,
          code: 'bad-input',
        });
      });
    });

    it('hands over what came before the page', async () => {
      const bytes = Uint8Array.from([1, 2, 3]);
      house.deliver({ kind: 'file', file: { name: 'early.riffjam', bytes, handle: 'h' } });
      const { requests } = await shell.start();
      expect(requests).toEqual([{ kind: 'file', file: { name: 'early.riffjam', bytes, handle: 'h' } }]);
    });

    const itWithProcess = hasProcess ? it : () => undefined;
    itWithProcess('hands over what comes while it runs', async () => {
      await shell.start();
      const later = new Promise<OpenRequest>((heard) => {
        shell.onOpen(heard);
      });
      house.deliver({ kind: 'invite', link: 'riffroom://join#abc' });
      expect(await later).toEqual({ kind: 'invite', link: 'riffroom://join#abc' });
    });
  });
}

/** The first word of a socket after it was told something, or 'closed'. */
function heardFrom(url: string, message: unknown, origin: string): Promise<string> {
  return new Promise((answer) => {
    const socket = new WebSocket(url, { origin });
    socket.on('open', () => socket.send(JSON.stringify(message)));
    socket.on('message', (data) => {
      answer(String(data));
      socket.close();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => answer('closed'));
  });
}
