/** The tools, each with its drawing, its word and its key; the quieter ones behind More. */
import {
  CircleQuestionMark,
  Ellipsis,
  Frame,
  GitBranchPlus,
  Hand,
  type LucideIcon,
  MessageSquare,
  MousePointer2,
  Spline,
  SquarePen,
  Undo2,
} from 'lucide-react';
import { actionById } from '../../shared/actions/registry.ts';
import type { Act } from '../../shared/model/acts.ts';
import { refuseByPhase } from '../../shared/phases/rule.ts';
import type { ToolId } from '../stores/uiStore.ts';
import { Button } from '../ui/Button.tsx';
import { useKeyStyle } from '../ui/KeyCaps.tsx';
import { ariaKeys } from '../ui/keyLabel.ts';
import { PopMenu } from '../ui/PopMenu.tsx';
import { useCourse, useSession, useUi, useView } from '../ui/session.tsx';
import './ToolRail.css';

interface RailTool {
  /** What its key does, at once and where the hand is. */
  readonly action: string;
  /** What pressing it with a pointer does instead: the pointer is here, not where the sheet shall lie. */
  readonly arms?: string;
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tool?: ToolId;
  /** What the phase is asked about. */
  readonly act?: Act;
}

const TOOLS: readonly RailTool[] = [
  { action: 'tool.select', word: 'Select', icon: MousePointer2, tool: 'select' },
  { action: 'idea.write', arms: 'tool.write', word: 'Write', icon: SquarePen, tool: 'write', act: 'add' },
  { action: 'idea.riff', word: 'Riff', icon: GitBranchPlus, tool: 'riff', act: 'riff' },
  { action: 'tool.connect', word: 'Connect', icon: Spline, tool: 'connect', act: 'connect' },
];

const MORE: readonly RailTool[] = [
  { action: 'tool.hand', word: 'Hand', icon: Hand, tool: 'hand' },
  { action: 'tool.group', word: 'Group', icon: Frame, tool: 'group' },
  { action: 'idea.comment', word: 'Comment', icon: MessageSquare },
];

export function ToolRail() {
  const session = useSession();
  const tool = useUi((state) => state.tool);
  const locked = useUi((state) => state.toolLocked);
  const onBoard = useUi((state) => state.view === 'board');
  const canUndo = useView(() => session.jam.undoTitle() !== null);
  const hidden = MORE.find((one) => one.tool === tool);

  return (
    <nav className="tools" aria-label="Tools">
      {onBoard ? (
        <>
          {TOOLS.map((one) => (
            <Tool key={one.action} {...one} on={one.tool === tool} locked={locked && one.tool === tool} />
          ))}
          {hidden === undefined ? null : <Tool {...hidden} on locked={locked} />}
          <PopMenu
            label="More tools"
            className="tool"
            placement="right top"
            items={MORE.map(({ action, word, icon: Icon }) => ({
              title: word,
              icon: <Icon size={20} strokeWidth={1.6} aria-hidden="true" />,
              after: <span className="tool-more-key">{actionById(action)?.keys[0]}</span>,
              disabled: !session.canAct(action),
              run: () => session.act(action),
            }))}
          >
            <Ellipsis size={24} strokeWidth={1.6} aria-hidden="true" />
            <span>More</span>
          </PopMenu>
        </>
      ) : null}
      <span className="tools-space" />
      <Button
        look="bare"
        className="tool tool-low"
        isDisabled={!canUndo}
        onPress={() => session.act('edit.undo')}
      >
        <Undo2 size={22} strokeWidth={1.6} aria-hidden="true" />
        <span>Undo</span>
      </Button>
      <Button look="bare" className="tool tool-low" onPress={() => session.act('help.keys')}>
        <CircleQuestionMark size={22} strokeWidth={1.6} aria-hidden="true" />
        <span>Help</span>
      </Button>
    </nav>
  );
}

function Tool({
  action,
  arms = action,
  word,
  icon: Icon,
  act,
  on,
  locked,
}: RailTool & { readonly on: boolean; readonly locked: boolean }) {
  const session = useSession();
  const style = useKeyStyle();
  const keys = actionById(action)?.keys ?? [];
  const kind = useCourse(({ course }) => course.kind);
  // A tool that the phase forbids is not taken up: it says the rule.
  const refusal = act === undefined || on ? null : refuseByPhase(act, { kind });
  return (
    <Button
      look="bare"
      className={on ? 'tool tool-on' : 'tool'}
      aria-label={word}
      aria-pressed={on}
      aria-keyshortcuts={ariaKeys(keys, style)}
      // The board keeps the keyboard, so that Esc puts the tool down again.
      preventFocusOnPress
      data-rests={refusal === null ? undefined : true}
      onPress={({ pointerType }) => {
        if (refusal !== null) return session.notify(refusal.sentence, 'refusal');
        const isHand = pointerType === 'mouse' || pointerType === 'touch' || pointerType === 'pen';
        session.act(on ? 'tool.select' : isHand ? arms : action);
      }}
    >
      <Icon size={24} strokeWidth={1.6} aria-hidden="true" />
      <span>{word}</span>
      {keys[0] === undefined ? null : <kbd>{keys[0]}</kbd>}
      {locked ? <span className="tool-lock" title="Kept until you press Q or Esc" /> : null}
    </Button>
  );
}
