/** The sheet under the pen, at its real size, and what can be done with it. */
import { EyeOff } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import { actionById } from '../../shared/actions/registry.ts';
import type { Draft, Tray } from '../../shared/conduct/privatePart.ts';
import { IDEA_KINDS, ideaKind } from '../../shared/ideas/kinds.ts';
import { Button } from '../ui/Button.tsx';
import { caretAtEnd } from '../ui/caretAtEnd.ts';
import { enterOn } from '../ui/enterOn.ts';
import { GrowArea } from '../ui/GrowArea.tsx';
import { KeyCaps, useKeyStyle } from '../ui/KeyCaps.tsx';
import { KindSign } from '../ui/KindSign.tsx';
import { ariaKeys } from '../ui/keyLabel.ts';
import { useSession } from '../ui/session.tsx';

interface SoloDeskProps {
  readonly desk: Draft | null;
  readonly covered: boolean;
  readonly onWrite: (text: string) => void;
  readonly onKeep: (tray: Tray) => void;
  /** The pen is put down. */
  readonly onLeave: () => void;
  /** What was kept last is to come back; false: there is nothing. */
  readonly onTakeBack: () => boolean;
}

const COVER = actionById('solo.cover')?.keys ?? [];

export function SoloDesk({ desk, covered, onWrite, onKeep, onLeave, onTakeBack }: SoloDeskProps) {
  const session = useSession();
  const kind = desk?.kind ?? 'note';
  const empty = desk === null || desk.text.trim() === '';
  return (
    <div className="solo-desk">
      <div className="solo-sheet" data-cut={ideaKind(kind).cut}>
        {covered ? (
          <p className="solo-hatch solo-hatch-large">
            <span className="said">Your words are covered.</span>
          </p>
        ) : (
          <GrowArea
            aria-label="Your sheet. Enter keeps it and starts the next, Shift and Enter breaks the line"
            placeholder="One thought a sheet. Half a thought counts."
            value={desk?.text ?? ''}
            onChange={onWrite}
            onEnter={() => onKeep('in')}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Escape') {
                event.preventDefault();
                event.currentTarget.blur();
                onLeave();
              }
              // On an empty sheet there is nothing else to undo.
              if (event.key === 'z' && (event.ctrlKey || event.metaKey) && empty && onTakeBack()) {
                event.preventDefault();
              }
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                onKeep('mine');
              }
            }}
            ref={caretAtEnd}
            autoFocus
          />
        )}
        <p className="solo-only">
          <EyeOff size={16} aria-hidden="true" />
          Only you see this, and it is kept as you type
        </p>
      </div>
      <div className="solo-acts" {...enterOn(() => onKeep('in'))}>
        <Act title="Let it go in" keys={['Enter']} off={empty} onPress={() => onKeep('in')} />
        <Act title="Keep it with me" keys={['Mod+Enter']} off={empty} onPress={() => onKeep('mine')} />
        <Act
          title={covered ? 'Show my words' : 'Cover my words'}
          keys={COVER}
          off={false}
          uncovers={covered}
          onPress={() => session.act('solo.cover')}
        />
        <RadioGroup
          className="solo-kinds"
          aria-label="What it is, if you want to say so"
          orientation="horizontal"
          value={kind}
          isDisabled={desk === null || covered}
          onChange={(next) => desk !== null && session.course.rewrite(desk.id, { kind: next })}
        >
          {IDEA_KINDS.map(({ id, title, meaning }) => (
            <Radio key={id} value={id} className="solo-kind" aria-label={`${title}: ${meaning}`}>
              <KindSign kind={id} size={16} />
              {title}
            </Radio>
          ))}
        </RadioGroup>
      </div>
    </div>
  );
}

interface ActProps {
  readonly title: string;
  readonly keys: readonly string[];
  readonly off: boolean;
  readonly uncovers?: boolean;
  readonly onPress: () => void;
}

function Act({ title, keys, off, uncovers = false, onPress }: ActProps) {
  const style = useKeyStyle();
  return (
    <Button
      look="bare"
      className="solo-act"
      aria-keyshortcuts={ariaKeys(keys, style)}
      data-uncovers={uncovers || undefined}
      isDisabled={off}
      onPress={onPress}
    >
      {title}
      {keys[0] === undefined ? null : <KeyCaps keys={keys[0]} />}
    </Button>
  );
}
