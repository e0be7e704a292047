import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBoardLayout, type LiveLayout, layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { MODULE } from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import type { BoardLayout } from '../../../shared/model/layout.ts';
import type { JamSnapshot } from '../../../shared/model/snapshot.ts';
import { apply, randomStep, type Step } from './boardSteps.ts';
import { randomBoard } from './randomBoard.ts';
import { NO_CHANGE, someIdea, someJam, someRiff } from './someJam.ts';

const PARTS = ['sheets', 'groups', 'cables', 'connectors'] as const;

const plain = (layout: BoardLayout) => ({
  bounds: layout.bounds,
  ...Object.fromEntries(PARTS.map((part) => [part, new Map<string, unknown>(layout[part])])),
});

const someStrip = fc
  .record({ column: fc.integer({ min: -2, max: 9 }), columns: fc.integer({ min: 0, max: 3 }) })
  .map(({ column, columns }) => ({
    left: column * MODULE.pitchX + 40,
    right: (column + columns) * MODULE.pitchX + 90,
  }));

/** A board as people leave it, with connectors, comments and decisions too. */
const someBoard = fc
  .tuple(randomBoard(), fc.array(randomStep(), { maxLength: 8 }))
  .map(([jam, steps]) => steps.reduce((before: JamSnapshot, step: Step) => apply(before, step).next, jam));

const at = (column: number, row: number) => ({ x: column * MODULE.pitchX, y: row * MODULE.pitchY });

describe('a board that is laid column by column', () => {
  test('shows in the strip that is looked at all sheets and groups that the whole has there', () => {
    fc.assert(
      fc.property(someBoard, someStrip, (jam, strip) => {
        const whole = layoutFromScratch(jam, MAIN_BOARD);
        const shown = createBoardLayout(MAIN_BOARD).begin(jam, strip);
        for (const part of ['sheets', 'groups'] as const) {
          for (const [id, { x, w }] of whole[part]) {
            if (x < strip.right && x + w > strip.left) expect(shown[part].has(id)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never shows anything that is otherwise once all is laid, and ends as the whole', () => {
    fc.assert(
      fc.property(someBoard, someStrip, (jam, strip) => {
        const whole = layoutFromScratch(jam, MAIN_BOARD);
        const live = createBoardLayout(MAIN_BOARD);
        let shown = live.begin(jam, strip);
        while (!live.isWhole) {
          for (const part of PARTS) {
            for (const [id, thing] of shown[part])
              expect(thing).toEqual(new Map<string, unknown>(whole[part]).get(id));
          }
          shown = live.layMore(jam, 1);
        }
        expect(plain(shown)).toEqual(plain(whole));
        expect(live.index.size).toBe(whole.sheets.size);
      }),
      { numRuns: 300 },
    );
  });

  test('takes in a change that comes before it is whole, and every one after', () => {
    const steps = fc.array(randomStep(), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(someBoard, someStrip, fc.boolean(), steps, (board, strip, more, changes) => {
        const live: LiveLayout = createBoardLayout(MAIN_BOARD);
        let jam = board;
        live.begin(jam, strip);
        if (more) live.layMore(jam, 3);
        for (const step of changes) {
          const { next, change } = apply(jam, step);
          jam = next;
          expect(plain(live.update(jam, change))).toEqual(plain(layoutFromScratch(jam, MAIN_BOARD)));
          expect(live.isWhole).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('draws no cable whose port another parent that is still to come would move', () => {
    const places = { near: at(0, 0), child: at(1, 0), far: at(6, 0) };
    const ideas = Object.entries(places).map(([id, place], lamport) =>
      someIdea(id, { born: { lamport }, place }),
    );
    const jam = someJam({
      ideas,
      riffs: [someRiff('child', 'near'), someRiff('child', 'far', { lamport: 2 })],
    });
    const live = createBoardLayout(MAIN_BOARD);
    const shown = live.begin(jam, { left: 0, right: 300 });
    expect([...shown.sheets.keys()].sort()).toEqual(['child', 'near']);
    expect(shown.cables.size).toBe(0);
    expect(live.layMore(jam, 1).cables.size).toBe(2);
  });

  test('knows what reaches into the gutter in which a cable comes down', () => {
    const places = { parent: at(2, 0), child: at(0, 3), beside: { x: -150, y: 230 } };
    const ideas = Object.entries(places).map(([id, place], lamport) =>
      someIdea(id, { born: { lamport }, place }),
    );
    const jam = someJam({ ideas, riffs: [someRiff('child', 'parent')] });
    const shown = createBoardLayout(MAIN_BOARD).begin(jam, { left: 0, right: 600 });
    expect(shown.cables).toEqual(layoutFromScratch(jam, MAIN_BOARD).cables);
  });

  test('remembers the riffs of what came later: without one of two, the other comes in at the middle', () => {
    const places = { near: at(0, 0), first: at(4, 0), second: at(4, 4), child: at(5, 2) };
    const ideas = Object.entries(places).map(([id, place], lamport) =>
      someIdea(id, { born: { lamport }, place }),
    );
    const riffs = [someRiff('child', 'first'), someRiff('child', 'second', { lamport: 2 })];
    const live = createBoardLayout(MAIN_BOARD);
    const jam = someJam({ ideas, riffs });
    live.begin(jam, { left: 0, right: 90 });
    while (!live.isWhole) live.layMore(jam, 1);
    const without = riffs.map((riff) => (riff.parent === 'second' ? { ...riff, gone: true } : riff));
    const next = someJam({ ideas, riffs: without, structure: 2 });
    const after = live.update(next, { ...NO_CHANGE, riffs: new Set(['child:second']) });
    expect(plain(after)).toEqual(plain(layoutFromScratch(next, MAIN_BOARD)));
  });

  test('lays the nearest column where nothing lies in the strip', () => {
    const ideas = [someIdea('left', { place: at(0, 0) }), someIdea('right', { place: at(40, 0) })];
    const live = createBoardLayout(MAIN_BOARD);
    const shown = live.begin(someJam({ ideas }), { left: 3000, right: 4000 });
    expect([...shown.sheets.keys()]).toEqual(['left']);
    expect(live.isWhole).toBe(false);
  });
});
