/**
 * What floats beside sheets, in screen pixels over the board: the bar of the selection, the bond bar of a sheet that
 * was just laid, the fields that name a group or a line. Below what it belongs to, or where there is room.
 */
import { Ellipsis, MessageSquare } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IDEA_KINDS } from '../../shared/ideas/kinds.ts';
import { type Rect, rectsTouch, unionRect } from '../../shared/model/geometry.ts';
import type { Sheet } from '../../shared/model/layout.ts';
import { BONDS } from '../../shared/model/snapshot.ts';
import type { Board } from '../canvas/board.ts';
import { visibleRect } from '../canvas/camera.ts';
import type { LiveState } from '../canvas/live/liveStore.ts';
import type { JamSession } from '../session/jamSession.ts';
import { KindCut } from '../ui/KindSign.tsx';
import { ActionMenu, Bar, BondButton, IconButton, WordButton } from './Bar.tsx';
import { riffOn } from './makeIdea.ts';
import { NameField } from './NameField.tsx';

export function BoardBars({ board }: { readonly board: Board }) {
  const { session } = board;
  useSyncExternalStore(session.ui.subscribe, () => session.ui.getState());
  useSyncExternalStore(session.subscribe, () => session.view());
  const isBusy = useSyncExternalStore(board.live.subscribe, () => isDrawing(board.live.get()));
  const { fresh, editing, selection, editingGroup, editingConnector, camera, viewport } =
    session.ui.getState();
  const { layout, lineage } = session.view();
  if (isBusy) return null;

  if (editingGroup !== null) {
    const area = layout.groups.get(editingGroup);
    return area === undefined ? null : (
      <NameField session={session} kind="group" id={editingGroup} at={area} />
    );
  }
  if (editingConnector !== null) {
    const line = layout.connectors.get(editingConnector);
    const at = line === undefined ? null : { ...line.labelAt, w: 0, h: 0 };
    return at === null ? null : (
      <NameField session={session} kind="connector" id={editingConnector} at={at} />
    );
  }
  if (editing !== null) {
    const sheet = layout.sheets.get(editing);
    const isNewRiff = fresh?.idea === editing && lineage.parentRiffs(editing).length > 0;
    if (sheet === undefined || !isNewRiff) return null;
    return (
      <Bar session={session} rect={sheet} label="What the riff is" small>
        {BONDS.map((bond, index) => (
          <BondButton
            key={bond}
            bond={bond}
            hint={`Alt+${index + 1}`}
            on={fresh?.bond === bond}
            press={() => session.act(`bond.${bond}`)}
          />
        ))}
      </Bar>
    );
  }
  const things = [
    ...[...selection.ideas].flatMap((id) => layout.sheets.get(id) ?? []),
    ...[...selection.groups].flatMap((id) => layout.groups.get(id) ?? []),
    ...[...selection.connectors].flatMap((id) => layout.connectors.get(id)?.bounds ?? []),
  ];
  const [first, ...others] = things;
  if (first === undefined || camera.zoom < 0.25) return null;
  const rect = others.reduce<Rect>(unionRect, first);
  if (!rectsTouch(rect, visibleRect(camera, viewport))) return null;
  const words = (label: string, ...buttons: readonly (readonly [id: string, word: string])[]) => (
    <Bar session={session} rect={rect} label={label}>
      {buttons.map(([id, word]) => (
        <WordButton key={id} session={session} id={id} word={word} />
      ))}
    </Bar>
  );
  const [idea] = selection.ideas;
  const sheet = idea === undefined || others.length > 0 ? undefined : layout.sheets.get(idea);
  if (sheet !== undefined) return <IdeaBar session={session} sheet={sheet} />;
  if (selection.ideas.size > 1 && selection.groups.size === 0)
    return words(
      'The selected ideas',
      ['idea.combine', 'Combine'],
      ['group.make', 'Group'],
      ['board.tidy', 'Tidy'],
      ['edit.duplicate', 'Duplicate'],
      ['edit.bin', 'Bin'],
    );
  if (others.length > 0) return words('The selected', ['edit.duplicate', 'Duplicate'], ['edit.bin', 'Bin']);
  if (selection.groups.size > 0)
    return words(
      'The selected group',
      ['idea.edit', 'Name'],
      ['board.tidy', 'Tidy'],
      ['edit.duplicate', 'Duplicate'],
      ['group.undo', 'Ungroup'],
    );
  return words(
    'The selected line',
    ['idea.edit', 'Words'],
    ['line.turn', 'Turn round'],
    ['edit.bin', 'Remove'],
  );
}

/** The legend of the bonds: one presses the drawing that one will get. Then what it is, and what else there is to do. */
function IdeaBar({ session, sheet }: { readonly session: JamSession; readonly sheet: Sheet }) {
  return (
    <Bar session={session} rect={sheet} label={`Riff on ${sheet.label}`}>
      {BONDS.map((bond) => (
        <BondButton
          key={bond}
          bond={bond}
          hint={bond === 'combine' ? `Combine ${sheet.label} with another idea` : ''}
          on={false}
          press={() => {
            if (bond === 'combine') session.act('tool.combine');
            else riffOn(session, sheet.id, bond);
          }}
        />
      ))}
      <span className="bar-line" />
      <ActionMenu
        session={session}
        label={`What ${sheet.label} is`}
        actions={IDEA_KINDS.map(({ id }) => ({ id: `kind.${id}`, icon: <KindCut kind={id} /> }))}
      >
        <KindCut kind={sheet.kind} />
      </ActionMenu>
      <IconButton label="Comment" press={() => session.act('idea.comment')}>
        <MessageSquare size={17} aria-hidden />
      </IconButton>
      <ActionMenu session={session} label={`More about ${sheet.label}`} actions={MORE}>
        <Ellipsis size={17} aria-hidden />
      </ActionMenu>
    </Bar>
  );
}

const MORE = [
  'idea.edit',
  'idea.detail',
  'decide.start',
  'edit.selectTree',
  'board.tidy',
  'edit.duplicate',
  'idea.lock',
  'edit.bin',
  'palette.open',
].map((id) => ({ id }));

/** A hand carries, draws or pulls something: nothing floats in its way. */
function isDrawing({ lift, marquee, area, pull }: LiveState): boolean {
  return lift !== null || marquee !== null || area !== null || pull !== null;
}
