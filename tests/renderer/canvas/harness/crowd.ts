/** Boards of any size, made from a seed: trees in groups, fresh sheets in columns. */
import type { Batch, BatchGroup, BatchIdea } from '../../../../shared/commands/jamImport.ts';
import { MAIN_BOARD } from '../../../../shared/model/ids.ts';
import { BONDS } from '../../../../shared/model/snapshot.ts';
import { PICTURE } from './picture.ts';

const KINDS = ['note', 'note', 'note', 'note', 'question', 'risk', 'insight', 'proposal'];

/** Trees of 6 to 30 sheets, four columns each, 12 trees a row; a fifth of all stays fresh. */
export function crowd(count: number, seed = 7): Batch {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
  const pick = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)] as T;
  const ideas: BatchIdea[] = [];
  const groups: BatchGroup[] = [];
  const perRow = Math.max(3, Math.round(Math.sqrt(count / 16) / 1.6));
  let tree = 0;
  let rowTop = 0;
  let rowDepth = 0;
  while (ideas.length < count * 0.82) {
    const column = tree % perRow;
    if (column === 0 && tree > 0) {
      rowTop += rowDepth + 92 * 2;
      rowDepth = 0;
    }
    const left = column * 5 * 176;
    const size = 6 + Math.floor(random() * 25);
    const group = `group${tree}`;
    const top = rowTop + 44;
    const inTree: { ref: string; column: number }[] = [];
    const used = [2, 0, 0, 0];
    const own: BatchIdea[] = [];
    for (let i = 0; i < size && ideas.length + own.length < count * 0.82; i++) {
      const parent = i === 0 ? null : pick(inTree.filter((one) => one.column < 3));
      const at = parent === null ? 0 : parent.column + 1;
      const row = parent === null ? 0 : (used[at] as number);
      if (parent !== null) used[at] = row + 1;
      const ref = `t${tree}i${i}`;
      const bond = pick(BONDS);
      own.push({
        ref,
        text: pick(PICTURE).text,
        detail: '',
        kind: pick(KINDS),
        parents: parent === null ? [] : [{ ref: parent.ref, bond: bond === 'combine' ? 'build' : bond }],
        group,
        x: left + at * 176,
        y: top + row * 92,
        auto: parent !== null,
        author: pick(PICTURE).who,
      });
      inTree.push({ ref, column: at });
    }
    ideas.push(...own);
    const h = Math.max(2, ...used) * 92 + 44;
    groups.push({
      ref: group,
      name: pick([
        'Someone at the door',
        'A cool place to go',
        'Cool the flat',
        'Medicine',
        'Nights',
        'After August',
      ]),
      x: left,
      y: rowTop,
      w: 4 * 176 - 34,
      h,
    });
    rowDepth = Math.max(rowDepth, h);
    tree++;
  }
  const fresh = count - ideas.length;
  const columns = Math.max(1, Math.round(Math.sqrt(fresh / 4)));
  groups.push({
    ref: 'fresh',
    name: 'Fresh',
    role: 'fresh',
    x: -(columns + 1) * 176,
    y: 0,
    w: columns * 176 - 34,
    h: 600,
  });
  for (let i = 0; i < fresh; i++) {
    ideas.push({
      ref: `f${i}`,
      text: pick(PICTURE).text,
      detail: '',
      kind: pick(KINDS),
      parents: [],
      group: 'fresh',
      x: -(columns + 1) * 176 + (i % columns) * 176,
      y: 44 + Math.floor(i / columns) * 92,
      auto: false,
      author: pick(PICTURE).who,
    });
  }
  return { board: MAIN_BOARD, ideas, groups, connectors: [] };
}

/** The board of the look's pictures. */
export function pictureBatch(groups: readonly BatchGroup[]): Batch {
  return {
    board: MAIN_BOARD,
    ideas: PICTURE.map(({ label, kind, who, text, x, y, group, parents }) => ({
      ref: label,
      text,
      detail: '',
      kind,
      parents: parents.map(([ref, bond]) => ({ ref, bond })),
      group,
      x,
      y,
      auto: parents.length > 0,
      author: who,
    })),
    groups,
    connectors: [{ from: 'A9', to: 'B4', label: 'the same hours' }],
  };
}
