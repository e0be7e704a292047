/** Copy, cut, paste and duplicate. The first three come as events of the clipboard (`listenToClipboard`). */
import type { Batch } from '../../../shared/commands/jamImport.ts';
import { createGround } from '../../../shared/ideas/ground.ts';
import { deriveGroupTree, positionOf } from '../../../shared/ideas/groupTree.ts';
import { ideaKind } from '../../../shared/ideas/kinds.ts';
import { placeMany, placeTable } from '../../../shared/ideas/placement.ts';
import { rowsOfText } from '../../../shared/ideas/sheetText.ts';
import { importText } from '../../../shared/import/importFile.ts';
import { orderByParents } from '../../../shared/import/orderByParents.ts';
import { readCells } from '../../../shared/import/tableCells.ts';
import { toBatch } from '../../../shared/import/toBatch.ts';
import { MODULE, type Point, snapToModule } from '../../../shared/model/geometry.ts';
import { boardOf } from '../../canvas/board.ts';
import type { JamSession } from '../../session/jamSession.ts';
import type { ActionTable } from '../../session/sessionActions.ts';
import { NOTHING_SELECTED } from '../../stores/uiStore.ts';
import { type Clip, clipFromHtml, clipToHtml, clipToText, readClip } from './clipboard.ts';

export const CLIPBOARD_ACTIONS: ActionTable = {
  // The keys reach the page as clipboard events; from the menu the browser sends them likewise.
  'edit.copy': { run: () => void document.execCommand('copy'), can: hasClip },
  'edit.cut': { run: () => void document.execCommand('cut'), can: hasClip },
  'edit.paste': { run: () => void document.execCommand('paste') },
  'edit.duplicate': {
    run(session) {
      const clip = readClip(session);
      if (clip !== null) layClip(session, clip, null);
    },
    can: hasClip,
  },
};

function hasClip(session: JamSession): boolean {
  const { ideas, groups } = session.ui.getState().selection;
  return ideas.size + groups.size > 0;
}

/** Answers the clipboard's events while the board is what people look at, and leaves those of text fields alone. */
export function listenToClipboard(
  session: JamSession,
  isTyping: (target: EventTarget | null) => boolean,
): () => void {
  const mine = (event: ClipboardEvent): boolean =>
    !isTyping(event.target) &&
    session.ui.getState().view === 'board' &&
    session.ui.getState().overlay === null;
  const onCopy = (event: ClipboardEvent): void => {
    const clip = mine(event) && document.getSelection()?.isCollapsed !== false ? readClip(session) : null;
    if (clip === null || event.clipboardData === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', clipToText(clip));
    event.clipboardData.setData('text/html', clipToHtml(clip));
    if (event.type === 'cut') session.act('edit.bin');
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!mine(event) || event.clipboardData === null || event.clipboardData.files.length > 0) return;
    const clip = clipFromHtml(event.clipboardData.getData('text/html'));
    const text = event.clipboardData.getData('text/plain');
    if (clip === null && text.trim() === '') return;
    event.preventDefault();
    if (clip !== null) layClip(session, clip, boardOf(session)?.handPoint() ?? null);
    else pasteText(session, text);
  };
  document.addEventListener('copy', onCopy);
  document.addEventListener('cut', onCopy);
  document.addEventListener('paste', onPaste);
  return () => {
    document.removeEventListener('copy', onCopy);
    document.removeEventListener('cut', onCopy);
    document.removeEventListener('paste', onPaste);
  };
}

/** Each line or cell is an idea, each row of a table whose columns we know; an outline becomes riff trees. */
export function pasteText(session: JamSession, text: string): void {
  const cells = readCells(text);
  if (cells !== null) {
    layCells(session, cells);
    return;
  }
  const imported = importText(text);
  if (!imported.ok) {
    session.notify(imported.sentence);
    return;
  }
  const { snapshot, layout, index } = session.view();
  const { board } = session.ui.getState();
  const isFlat = imported.value.ideas.every(({ parents, place }) => parents.length === 0 && place === null);
  const batch = toBatch(imported.value, board, layout);
  const hand = boardOf(session)?.handPoint() ?? { x: 0, y: 0 };
  if (!isFlat || imported.value.groups.length > 0) {
    lay(session, batch);
    return;
  }
  const rows = batch.ideas.map((idea) => rowsOfText(idea.text, ideaKind(idea.kind).cut));
  const places = placeMany(snapshot, { layout, sheets: index }, board, hand, rows);
  const tree = deriveGroupTree(snapshot.groups);
  lay(session, {
    ...batch,
    ideas: batch.ideas.map((idea, at) => {
      const place = places[at];
      if (place === undefined) return idea;
      return { ...idea, group: place.group, ...positionOf(place, tree) };
    }),
  });
}

/** As they stood in their table. */
function layCells(session: JamSession, cells: readonly (readonly string[])[]): void {
  const { snapshot, layout, index } = session.view();
  const { board } = session.ui.getState();
  const hand = boardOf(session)?.handPoint() ?? { x: 0, y: 0 };
  const { cut } = ideaKind('note');
  const rows = cells.map((row) => row.map((text) => (text === '' ? 0 : rowsOfText(text, cut))));
  const places = placeTable(snapshot, { layout, sheets: index }, board, hand, rows);
  const tree = deriveGroupTree(snapshot.groups);
  const ideas = cells.flatMap((row, at) =>
    row.flatMap((text, column) => {
      const place = places[at]?.[column];
      if (text === '' || place === undefined) return [];
      const { x, y } = positionOf(place, tree);
      const { group } = place;
      return [
        {
          ref: `${at} ${column}`,
          text,
          detail: '',
          kind: 'note',
          parents: [],
          group,
          x,
          y,
          auto: false,
          author: null,
        },
      ];
    }),
  );
  lay(session, { board, ideas, groups: [], connectors: [] });
}

/** The selected once more, so far from where they lie (Alt-drag). */
export function layCopies(session: JamSession, by: Point): void {
  const clip = readClip(session);
  if (clip === null) return;
  const left = Math.min(...[...clip.ideas, ...clip.groups].map(({ x }) => x));
  const top = Math.min(...[...clip.ideas, ...clip.groups].map(({ y }) => y));
  layClip(session, clip, { x: left + by.x, y: top + by.y });
}

/** As it was to each other, at the hand or a module beside where it was copied, moved on until it covers nothing. */
function layClip(session: JamSession, clip: Clip, hand: Point | null): void {
  const { layout, index } = session.view();
  const { board } = session.ui.getState();
  const all = [...clip.ideas, ...clip.groups];
  const left = Math.min(...all.map(({ x }) => x));
  const top = Math.min(...all.map(({ y }) => y));
  const wanted = hand ?? { x: left + MODULE.pitchX, y: top };
  const shift = snapToModule({ x: wanted.x - left, y: wanted.y - top });
  const ground = createGround({ layout, sheets: index }, new Set());
  let down = 0;
  const covers = (): boolean =>
    clip.ideas.some(
      ({ x, y, h }) => !ground.isFree({ x: x + shift.x, y: y + shift.y + down, w: MODULE.w, h }),
    );
  while (down < 200 * MODULE.pitchY && covers()) down += MODULE.pitchY;
  const place = <T extends Point>(thing: T): T => ({
    ...thing,
    x: thing.x + shift.x,
    y: thing.y + shift.y + down,
  });
  const own = session.view().snapshot.members.get(session.jam.me)?.name;
  lay(session, {
    board,
    // Parents first: a riff's call number begins with its root's.
    ideas: orderByParents(clip.ideas, ({ parents }) => parents.map(({ ref }) => ref)).items.map((idea) => ({
      ...place(idea),
      author: idea.author === own ? null : idea.author,
    })),
    groups: clip.groups.map(place),
    connectors: clip.connectors,
  });
}

function lay(session: JamSession, batch: Batch): void {
  const result = session.run('jam.import', batch);
  if (!result.ok) return;
  const { ideas, groups } = result.value;
  session.set({
    selection: {
      ...NOTHING_SELECTED,
      ideas: new Set(ideas.values()),
      groups: new Set(batch.groups.flatMap(({ ref }) => groups.get(ref) ?? [])),
    },
  });
  const sheets = [...ideas.values()].flatMap((id) => session.view().layout.sheets.get(id) ?? []);
  const [first] = sheets;
  if (first !== undefined) boardOf(session)?.reveal(first);
}
