import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeInvite,
  encodeInvite,
  type Invite,
  isInviteLink,
  writeAppLink,
  writeGuestLink,
} from '../../../shared/circle/invite.ts';
import { createRoomSecret, hashDevice, roomTopic } from '../../../shared/circle/room.ts';
import { fromBase64Url, toBase64Url } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { sha256 } from '../../../shared/util/hash.ts';

const now = Date.UTC(2026, 10, 25, 9);
const hour = 3_600_000;
const context = createSeededContext(1);
const invite: Invite = {
  jam: context.newId(),
  secret: createRoomSecret(context),
  host: hashDevice(context.randomBytes(32)),
  expires: now + 12 * hour,
  addresses: [
    'http://192.168.1.5:4718',
    'http://10.77.0.2:4718',
    'http://[fd00::12]:4718',
    'http://gretas-macbook.local:4718',
    'http://studio-7.local:65535',
  ],
};
const link = writeAppLink(encodeInvite(invite));

const port = fc.integer({ min: 1, max: 65_535 });
const octet = fc.nat(255);
const literal = fc.oneof(
  fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.')),
  fc.tuple(fc.nat(0xffff), fc.nat(0xffff)).map((n) => `[fe80::${n.map((x) => x.toString(16)).join(':')}]`),
);
const name = fc
  .array(fc.constantFrom('greta', 'studio-7', 'x', 'a1', 'macbook-pro-of-nobody'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((parts) => `${parts.join('.')}.local`);
const addressesOf = (host: fc.Arbitrary<string>) =>
  fc.uniqueArray(
    fc.tuple(host, port).map(([at, on]) => `http://${at}:${on}`),
    { maxLength: 10 },
  );
const someInvite = fc.record({
  jam: fc.string({ unit: fc.constantFrom(...'aZ09_-'), minLength: 1, maxLength: 64 }),
  secret: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  host: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  expires: fc.integer({ min: now / 1000, max: 2 ** 32 - 1 }).map((seconds) => seconds * 1000),
  literals: addressesOf(literal),
  names: addressesOf(name),
});

describe('an invite', () => {
  it('is read as it was written, from either link, in about 300 letters', () => {
    fc.assert(
      fc.property(someInvite, ({ literals, names, ...rest }) => {
        const payload = encodeInvite({ ...rest, addresses: [...names, ...literals] });
        const read = decodeInvite(writeAppLink(payload), now);
        if (!read.ok) throw new Error(read.sentence);
        const { addresses, ...others } = read.value;
        expect(others).toEqual(rest);
        const sorted = [...literals, ...names];
        expect(addresses).toEqual(sorted.slice(0, addresses.length));
        // Only the bound on letters or on eight leaves one out; in a link an address is shorter than in full.
        const next = sorted[addresses.length];
        const isFull = payload.length + ((next?.length ?? 0) * 4) / 3 + 2 > 296;
        expect(next === undefined || addresses.length === 8 || isFull).toBe(true);
        expect(payload.length).toBeLessThanOrEqual(296);
        expect(decodeInvite(writeGuestLink('http://192.168.1.5:4718', payload), now)).toEqual(read);
        expect(decodeInvite(payload, now)).toEqual(read);
      }),
      { numRuns: 300 },
    );
  });

  it('is found in a link that a mail has broken into lines', () => {
    const broken = `  ${link.replace(/(.{60})/g, '$1\r\n ')}\n`;
    expect(decodeInvite(broken, now)).toEqual({ ok: true, value: invite });
    expect(decodeInvite(link.replace('riffroom://join#', 'RIFFROOM://JOIN/#'), now)).toMatchObject({
      ok: true,
    });
  });

  it('that 10,000 times was changed on its way is never taken for another', () => {
    const letters = 'ABCXYZabcxyz0189-_#/:. %?&=\u0000é';
    const dice = createSeededContext(7);
    const roll = (sides: number): number => new DataView(dice.randomBytes(4).buffer).getUint32(0) % sides;
    let refused = 0;
    for (let i = 0; i < 10_000; i++) {
      const text = [...link];
      for (let hits = 1 + roll(3); hits > 0; hits--) {
        const at = roll(text.length);
        const letter = letters[roll(letters.length)] ?? '';
        const kind = roll(5);
        if (kind === 0) text.splice(at, 1);
        else if (kind === 1) text.splice(at, 0, letter);
        else if (kind === 2) text.splice(at, roll(40));
        else if (kind === 3) text.splice(at, 2, text[at + 1] ?? '', text[at] ?? '');
        else text[at] = letter;
      }
      const read = decodeInvite(text.join(''), now);
      if (read.ok) expect(read.value).toEqual(invite);
      else {
        refused++;
        expect(read.sentence).toMatch(/^[A-Z][^.]{20,}[.]$/);
      }
    }
    expect(refused).toBeGreaterThan(9_000);
  });

  it('never throws on any text, and takes none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.uint8Array().map(toBase64Url)), (text) => {
        for (const one of [text, writeAppLink(text), writeGuestLink('http://10.0.0.1:80', text)]) {
          expect(decodeInvite(one, now).ok).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  /** With a checksum that fits: what somebody could write by hand. */
  function remake(change: (bytes: Uint8Array) => Uint8Array): string {
    const bytes = change((fromBase64Url(encodeInvite(invite)) as Uint8Array).slice(0, -4));
    if (bytes[1] !== 0) bytes[1] = bytes.length + 4;
    return writeAppLink(toBase64Url(Uint8Array.from([...bytes, ...sha256(bytes).subarray(0, 4)])));
  }
  const at = (index: number, value: number) => (bytes: Uint8Array) => bytes.with(index, value);
  const jamEnd = 3 + invite.jam.length;

  it.each([
    ['of a newer version', remake(at(0, 2)), 'invite-version'],
    ['that was cut', link.slice(0, -8), 'invite-cut'],
    ['that lost its last letter', link.slice(0, -1), 'invite-cut'],
    ['with something behind it', `${link}AAAA`, 'invite-cut'],
    ['with a letter changed', link.replace(/.(.{20})$/, '~$1'), 'invite-damaged'],
    ['that is empty', 'riffroom://join#', 'invite-cut'],
    ['of another scheme', link.replace('riffroom', 'riffrock'), 'no-invite'],
    ['that is no link', 'come to my jam', 'no-invite'],
    ['with a jam that could name a folder', remake(at(4, '/'.charCodeAt(0))), 'invite-damaged'],
    ['whose jam is longer than it', remake(at(2, 255)), 'invite-damaged'],
    ['with more addresses than it has', remake(at(jamEnd + 52, 9)), 'invite-damaged'],
    ['with fewer addresses than it has', remake(at(jamEnd + 52, 1)), 'invite-damaged'],
    ['with a port that is none', remake((bytes) => bytes.fill(0, -2)), 'invite-damaged'],
    ['with more than its addresses', remake((bytes) => Uint8Array.from([...bytes, 0])), 'invite-damaged'],
    ['to elsewhere by a name that is none', remake(at(jamEnd + 92, '/'.charCodeAt(0))), 'invite-damaged'],
  ])('%s is refused in a sentence', (_what, text, code) => {
    const read = decodeInvite(text, now);
    expect(read).toMatchObject({ ok: false, code });
    expect(read.ok ? '' : read.sentence).toMatch(/^[A-Z][^.]{20,}[.]$/);
  });

  it('is not whole wherever it was cut', () => {
    const shortest = 'riffroom://join#'.length;
    for (let end = shortest; end < link.length; end++) {
      expect(decodeInvite(link.slice(0, end), now), `${end}`).toMatchObject({ code: 'invite-cut' });
    }
  });

  it('ends a day after its time, for clocks in one room may be a day apart', () => {
    expect(decodeInvite(link, invite.expires + 24 * hour)).toMatchObject({ ok: true });
    expect(decodeInvite(link, invite.expires + 24 * hour + 1)).toMatchObject({ code: 'invite-expired' });
    expect(decodeInvite(link, now - 24 * hour)).toMatchObject({ ok: true });
  });

  it('leaves out addresses that are none', () => {
    const addresses = [
      ...[
        'http://256.1.1.1:80',
        'http://1.2.3:80',
        'https://10.0.0.1:80',
        'http://10.0.0.1',
        'http://10.0.0.1:0',
      ],
      ...['http://a@b.local:80', 'http://a.local:80/x', 'http://a..b:80', 'http://-a.local:80', 'ftp://a:1'],
      ...['http://10.0.0.1:65536', `http://${'a'.repeat(64)}:80`, 'javascript:alert(1)', ''],
      ...['http://A.LOCAL:80/', 'http://a.local:80'],
    ];
    const read = decodeInvite(encodeInvite({ ...invite, addresses }), now);
    expect(read).toEqual({ ok: true, value: { ...invite, addresses: ['http://a.local:80'] } });
  });

  it('throws on what no honest caller has', () => {
    for (const wrong of [
      { jam: '../x' },
      { jam: '' },
      { secret: new Uint8Array(31) },
      { host: new Uint8Array(32) },
      { expires: -1 },
      { expires: Number.NaN },
      { expires: 2 ** 32 * 1000 },
    ]) {
      expect(() => encodeInvite({ ...invite, ...wrong })).toThrow(RangeError);
    }
  });

  it('is told by its form from other texts, whatever is wrong inside', () => {
    const guest = writeGuestLink('http://192.168.1.5:4718', encodeInvite(invite));
    for (const text of [link, guest, 'riffroom://join#x']) expect(isInviteLink(text)).toBe(true);
    for (const text of ['riffroom://quit#x', 'http://10.0.0.1:80/#t=abc', 'https://x.org/#a', 'note']) {
      expect(isInviteLink(text)).toBe(false);
    }
  });
});

describe('a room', () => {
  it('is known to hubs by a topic that differs for every secret', () => {
    const topics = Array.from({ length: 50 }, () => roomTopic(createRoomSecret(context)));
    expect(new Set(topics).size).toBe(50);
    for (const topic of topics) expect(topic).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(roomTopic(new Uint8Array(32))).toBe('axDp5PJjgACCrgqFAV6wNSzaH6RTqFfsEbzlrrFsEZ0');
  });
});
