/** One line of the setlist: its number and handle, name, what is asked in it, how long, and what can be done with it. */
import { GripVertical, Plus } from 'lucide-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { PhaseChange } from '../../shared/commands/phaseChange.ts';
import { COURSE_LIMITS } from '../../shared/model/course.ts';
import type { PhaseKind } from '../../shared/phases/phaseKind.ts';
import { kindNamed, PHASE_KINDS } from '../../shared/phases/registry.ts';
import { Button } from '../ui/Button.tsx';
import { EditableText } from '../ui/EditableText.tsx';
import { PopMenu } from '../ui/PopMenu.tsx';
import { sayMinutes } from './clockWords.ts';
import { titleOf } from './courseWords.ts';
import { NumberField } from './NumberField.tsx';
import type { SetlistRow } from './setlistRows.ts';

interface SetlistLineProps {
  readonly row: SetlistRow;
  readonly number: number;
  readonly movable: boolean;
  /** Of a drag that is under way. */
  readonly mark: 'held' | 'over' | 'under' | null;
  readonly onGrip: (event: PointerEvent<HTMLElement>) => void;
  readonly onGripKey: (event: KeyboardEvent) => void;
  readonly onChange: (change: Omit<PhaseChange, 'phase'>) => void;
  readonly onDrop: (gone: boolean) => void;
  readonly onPlay: () => void;
  readonly onInsert: (kind: PhaseKind) => void;
  readonly onRepeat: () => void;
}

export function SetlistLine(props: SetlistLineProps) {
  const { row, number, movable, mark, onGrip, onGripKey, onDrop, onPlay, onInsert, onRepeat } = props;
  const { phase, state } = row;
  const title = titleOf(phase);
  const changeable = state === 'now' || state === 'ahead';
  return (
    <li className="setlist-line" data-state={state} data-mark={mark ?? undefined}>
      {movable && state === 'ahead' ? (
        <button
          type="button"
          className="setlist-grip"
          aria-label={`Move ${title}, number ${number}: arrow up or down`}
          onPointerDown={onGrip}
          onKeyDown={onGripKey}
        >
          <GripVertical size={16} strokeWidth={2} aria-hidden="true" />
          {number}
        </button>
      ) : (
        <span className="setlist-number">{number}</span>
      )}
      <Words {...props} changeable={changeable} title={title} />
      <Box {...props} changeable={changeable} title={title} />
      <div className="setlist-acts">
        {state === 'dropped' ? (
          <Button look="word" size="small" aria-label={`Bring ${title} back`} onPress={() => onDrop(false)}>
            Bring back
          </Button>
        ) : (
          <>
            {state === 'ahead' || state === 'played' ? (
              <Button look="word" size="small" aria-label={`Play ${title} now`} onPress={onPlay}>
                {state === 'played' ? 'Play again' : 'Play now'}
              </Button>
            ) : (
              <b className="setlist-now">now</b>
            )}
            <Button look="word" size="small" aria-label={`${title} once more`} onPress={onRepeat}>
              Repeat
            </Button>
            {state === 'ahead' ? (
              <Button look="word" size="small" aria-label={`Drop ${title}`} onPress={() => onDrop(true)}>
                Drop
              </Button>
            ) : null}
          </>
        )}
        <PopMenu
          label={`Insert a phase after ${title}`}
          className="setlist-insert"
          items={PHASE_KINDS.map((kind) => ({ title: kind.title, run: () => onInsert(kind) }))}
        >
          <Plus size={16} strokeWidth={2.2} aria-hidden="true" />
        </PopMenu>
      </div>
    </li>
  );
}

type PartProps = Pick<SetlistLineProps, 'row' | 'onChange'> & {
  readonly changeable: boolean;
  readonly title: string;
};

function Words({ row: { phase }, changeable, title, onChange }: PartProps) {
  if (!changeable) {
    return (
      <div className="setlist-words">
        <h3>{title}</h3>
        {phase.prompt === '' ? null : <p dir="auto">{phase.prompt}</p>}
      </div>
    );
  }
  return (
    <div className="setlist-words">
      <h3>
        <EditableText
          value={title}
          label="Title"
          onKeep={(next) => onChange({ title: next || kindNamed(phase.kind).title })}
        />
      </h3>
      <EditableText
        value={phase.prompt}
        label={`What you ask in ${title}`}
        placeholder="What you ask them here"
        lines
        onKeep={(prompt) => onChange({ prompt })}
      />
    </div>
  );
}

function Box({ row: { phase, state }, changeable, title, onChange }: PartProps) {
  const { minutes, options } = phase;
  const inRounds = options.rounds > 1 || (kindNamed(phase.kind).options.rounds ?? 1) > 1;
  if (!changeable) {
    const box = options.rounds > 1 ? `${options.rounds} × ${sayMinutes(minutes)}` : sayMinutes(minutes);
    return <p className="setlist-box">{state === 'played' ? `played, ${box}` : box}</p>;
  }
  return (
    <div className="setlist-box">
      {inRounds ? (
        <NumberField
          label={`Rounds of ${title}`}
          unit="×"
          value={options.rounds}
          least={1}
          most={COURSE_LIMITS.rounds}
          onChange={(rounds) => onChange({ options: { rounds: Math.round(rounds) } })}
        />
      ) : null}
      <NumberField
        label={`Minutes of ${title}`}
        unit="min"
        value={minutes}
        least={COURSE_LIMITS.minutes.least}
        most={COURSE_LIMITS.minutes.most}
        onChange={(next) => onChange({ minutes: next })}
      />
      <Button
        look="word"
        size="small"
        className="setlist-advances"
        aria-label={`${title} goes on by itself when its time is over`}
        aria-pressed={options.advances}
        onPress={() => onChange({ options: { advances: !options.advances } })}
      >
        {options.advances ? 'Goes on by itself' : 'Waits for you'}
      </Button>
    </div>
  );
}
