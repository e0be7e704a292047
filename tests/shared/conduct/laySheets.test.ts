import { expect, it } from 'vitest';
import { createBoardLayout, layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { placeForRiff } from '../../../shared/ideas/placement.ts';
import { rectsTouch } from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { riffSession } from '../../../shared/templates/riffSession.ts';
import { planTemplate } from '../../../shared/templates/template.ts';
import { openRoom, type Seat } from './room.ts';

const THOUGHT =
  'The bus carries parcels for the chemist on its way back, and twice a week the night school’s books';

it('handed-in sheets of any length are laid apart, with ground on which each can grow large and get its riffs', async () => {
  const room = openRoom(['ana', 'bo', 'cy']);
  const [host] = room.seats as readonly [Seat, ...Seat[]];
  host.conductor.load('riff-session', planTemplate(riffSession, 3));
  host.conductor.goOn();
  await room.clock.pass(1_000);
  host.conductor.goOn();
  await room.clock.pass(1_000);
  for (const { conductor } of room.seats)
    for (const words of [2, 8, 12, 18]) conductor.write(THOUGHT.split(' ').slice(0, words).join(' '));
  host.conductor.goOn();
  await room.clock.pass(3_000);

  const roots = [...host.jam.snapshot().ideas.keys()];
  expect(roots).toHaveLength(12);
  expectApart(host);
  const phase = host.conductor.course().phases.find(({ kind }) => kind === 'riff');
  host.conductor.start(phase?.id ?? '');
  for (const id of roots) {
    const snapshot = host.jam.snapshot();
    const board = createBoardLayout(MAIN_BOARD, host.jam.structureOf);
    const layout = board.update(snapshot, null);
    const place = placeForRiff(snapshot, { layout, sheets: board.index }, id);
    expect(
      host.jam.run('idea.add', { place: place as never, text: 'and', parents: [{ idea: id, bond: 'build' }] })
        .ok,
    ).toBe(true);
  }
  expectApart(host);
  const { sheets } = layoutFromScratch(host.jam.snapshot(), MAIN_BOARD);
  const short = roots.filter((id) => (host.jam.snapshot().ideas.get(id)?.text.length ?? 0) < 80);
  expect(short.filter((id) => sheets.get(id)?.root !== true)).toEqual([]);
  // Its riff lies beside it, on its row.
  for (const id of roots) {
    const { lineage } = host.jam.structureOf(host.jam.snapshot());
    const [child] = lineage.children(id);
    expect(sheets.get(child ?? '')).toMatchObject({
      x: (sheets.get(id)?.x ?? 0) + 176,
      y: sheets.get(id)?.y,
    });
  }
});

function expectApart({ jam }: Seat): void {
  const sheets = [...layoutFromScratch(jam.snapshot(), MAIN_BOARD).sheets.values()];
  for (const [i, one] of sheets.entries())
    for (const other of sheets.slice(i + 1)) expect(rectsTouch(one, other)).toBe(false);
}
