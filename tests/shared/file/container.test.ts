import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Section, writeContainer } from '../../../shared/file/container.ts';
import { writeEntry } from '../../../shared/file/entry.ts';
import { ENTRY_BYTES, FLAG_DEFLATED, HEADER_BYTES, LIMITS } from '../../../shared/file/format.ts';
import { inflateBounded } from '../../../shared/file/inflate.ts';
import { readContainer } from '../../../shared/file/readContainer.ts';
import { concatBytes, toUtf8 } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { sha256 } from '../../../shared/util/hash.ts';
import { withFlip } from './jamFixtures.ts';
import { surviveMutations } from './surviveMutations.ts';

function written(sections: readonly Section[], options = {}): Uint8Array {
  const result = writeContainer(sections, options);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

function read(bytes: Uint8Array) {
  const result = readContainer(bytes);
  if (!result.ok) throw new Error(result.sentence);
  return result.value;
}

const log: Section = { type: 'log', bytes: toUtf8('what people did, '.repeat(500)) };
const manifest: Section = { type: 'manifest', bytes: toUtf8('{"jam":"a"}') };

describe('the container', () => {
  it('gives back what was written, whatever the sections are', () => {
    const section = fc.record({
      type: fc.constantFrom('log', 'manifest', 'blobs', 'x-unknown', 'keyframe'),
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 0, max: 20_000 }).map((n) => new Uint8Array(n)),
      ),
    });
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 8 }), (sections) => {
        const container = read(written(sections));
        expect(container.lost).toEqual([]);
        expect(container.readOnly).toBeNull();
        expect(container.sections.map(({ type, bytes }) => [type, [...bytes]])).toEqual(
          sections.map(({ type, bytes }) => [type, [...bytes]]),
        );
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('keeps sections of a newer version, also those it cannot unpack, through reading and writing', () => {
    const strange: Section = {
      type: 'x-sealed',
      bytes: Uint8Array.of(1, 2, 3, 250),
      opaque: { flags: 6, raw: 900 },
    };
    const once = written([manifest, strange, { type: 'x-plain', bytes: toUtf8('later') }]);
    const again = written(read(once).sections);
    expect(again).toEqual(once);
    expect(read(again).sections[1]).toEqual(strange);
  });

  it('opens a newer major to read only, and refuses a file that needs a newer reader', () => {
    const newer = read(written([log], { format: { major: 2, minor: 3 } }));
    expect(newer.readOnly).toContain('format 2.3');
    expect(newer.sections).toHaveLength(1);
    expect(read(written([log], { format: { major: 1, minor: 9 } })).readOnly).toBeNull();
    const tooNew = readContainer(
      written([log], { format: { major: 2, minor: 0 }, oldestReader: { major: 2, minor: 0 } }),
    );
    expect(tooNew).toMatchObject({ ok: false, code: 'too-new' });
  });

  it('refuses what is empty or no container, in words', () => {
    expect(readContainer(new Uint8Array(0))).toMatchObject({ ok: false, code: 'empty' });
    for (const bytes of [toUtf8('hello'), new Uint8Array(500), toUtf8('fig-jam.0000000000')]) {
      const result = readContainer(bytes);
      expect(result).toMatchObject({ ok: false, code: 'not-a-jam' });
    }
  });

  it('gives what is whole when a section in the middle is damaged, and says what was lost', () => {
    const bytes = written([manifest, log, { type: 'thumbnail', bytes: toUtf8('<svg/>') }]);
    const inTheLog = HEADER_BYTES + 5 * ENTRY_BYTES + manifest.bytes.length + 5;
    const container = read(withFlip(bytes, inTheLog));
    expect(container.sections.map(({ type }) => type)).toEqual(['manifest', 'thumbnail']);
    expect(container.lost).toEqual([
      '1 of 1 piece of the jam’s history is damaged; what could be read of it is here.',
    ]);
  });

  it('finds everything without its header and table', () => {
    const bytes = written([manifest, log]);
    for (let at = 0; at < HEADER_BYTES + 2 * ENTRY_BYTES; at++) {
      const container = read(withFlip(bytes, at, 0x41));
      expect(container.sections.map(({ type }) => type)).toEqual(['manifest', 'log']);
      expect(container.lost).toEqual([
        'The file’s table of contents is damaged, but everything was found without it.',
      ]);
    }
  });

  it('names the missing sections of a file cut in two', () => {
    const bytes = written([
      manifest,
      log,
      { type: 'blobs', bytes: new Uint8Array(900).map((_, i) => i * 7) },
    ]);
    const container = read(bytes.slice(0, bytes.length - 300));
    expect(container.sections).toHaveLength(2);
    expect(container.lost).toEqual(['1 of 1 picture on the board could not be read.']);
  });

  it('does not take a jam file inside a damaged section for a part of this one', () => {
    const inner = written([{ type: 'manifest', bytes: toUtf8('{"jam":"other"}') }]);
    const noise = new Uint8Array(4000).map((_, i) => (i * i * 31) >> 3);
    const bytes = written([manifest, { type: 'blobs', bytes: concatBytes(noise, inner) }]);
    const inTheBlobs = HEADER_BYTES + 4 * ENTRY_BYTES + manifest.bytes.length + 9;
    expect(read(withFlip(bytes, inTheBlobs)).sections).toEqual([manifest]);
  });

  it('never inflates beyond what an entry claims and a limit allows', () => {
    const claimed = 8 * 1024 * 1024;
    const bomb = deflateSync(new Uint8Array(claimed), { level: 1 });
    expect(inflateBounded(bomb, 1000).length).toBe(1000);

    const entry = {
      type: 'log',
      flags: FLAG_DEFLATED,
      stored: bomb.length,
      raw: claimed,
      hash: sha256(bomb),
    };
    const bytes = written([manifest, { type: 'x-room', bytes: toUtf8('z') }]);
    const place = new Uint8Array(ENTRY_BYTES);
    writeEntry(place, 0, entry);
    expect(bomb.length * LIMITS.ratio).toBeLessThan(entry.raw);
    const container = read(concatBytes(Uint8Array.of(0), bytes.subarray(1), place, bomb));
    expect(container.sections.map(({ type }) => type)).toEqual(['manifest', 'x-room']);
    expect(container.lost).toHaveLength(1);
  });

  it('inflates a stream that is cut off up to the cut', () => {
    const noise = createSeededContext(1).randomBytes(300_000);
    for (const level of [0, 6] as const) {
      const whole = deflateSync(noise, { level });
      for (const share of [0.2, 0.5, 0.99]) {
        const bytes = inflateBounded(whole.subarray(0, whole.length * share), noise.length);
        expect(bytes.length).toBeGreaterThan(noise.length * share - 70_000);
        expect(bytes).toEqual(noise.subarray(0, bytes.length));
      }
    }
  });

  it('stores what deflates too well as it is, so that its own reader never takes it for a bomb', () => {
    const zeros: Section = { type: 'log', bytes: new Uint8Array(1_000_000) };
    expect(read(written([zeros])).sections[0]?.bytes).toEqual(zeros.bytes);
  });

  it('refuses to write what no reader would take', () => {
    const many = Array.from({ length: LIMITS.sections + 1 }, () => manifest);
    expect(writeContainer(many)).toMatchObject({ ok: false, code: 'too-large' });
  });

  it('survives 200 damaged files', () => {
    const counts = surviveMutations(200, 20_260_501);
    expect(counts.whole + counts.damaged + counts.refused).toBe(200);
    expect(counts.damaged).toBeGreaterThan(80);
  });
});
