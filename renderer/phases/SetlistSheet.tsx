/** The setlist, bent while it runs: lengths, words, order, what is dropped, repeated, inserted. What was played stays. */
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { type PhaseId, type PhasePlan, PLAIN_OPTIONS } from '../../shared/model/course.ts';
import { isPlaying } from '../../shared/phases/course.ts';
import { minutesLeft } from '../../shared/phases/offers.ts';
import type { PhaseKind } from '../../shared/phases/phaseKind.ts';
import { Button } from '../ui/Button.tsx';
import { sayTime } from '../ui/dates.ts';
import { Overlay } from '../ui/Overlay.tsx';
import { useCourse, useRoom, useSession, useSnapshot } from '../ui/session.tsx';
import { useClock } from '../ui/useClock.ts';
import { sayMinutes } from './clockWords.ts';
import { sayNext, titleOf } from './courseWords.ts';
import { readEndsAt, writeEndsAt } from './endsAt.ts';
import { SetlistLine } from './SetlistLine.tsx';
import { firstMovable, readSetlistRows, standsAfter } from './setlistRows.ts';
import { type RowDrag, useRowDrag } from './useRowDrag.ts';
import './SetlistSheet.css';

export function SetlistSheet({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const course = useCourse((state) => state.course);
  const phases = useSnapshot((snapshot) => snapshot.course.phases);
  const people = useRoom((state) => Math.max(1, state.people.length));
  const [dropped, setDropped] = useState<ReadonlySet<PhaseId>>(new Set());
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const rows = readSetlistRows(course, phases.values(), dropped);
  const movable = firstMovable(rows);

  const move = useCallback(
    ({ from, to }: RowDrag): void => {
      const row = rows[from];
      const after = standsAfter(rows, from, to);
      if (row === undefined || after === undefined) return;
      const moved = session.run('phase.change', { changes: [{ phase: row.phase.id, after }] });
      if (moved.ok) setSaid(`${titleOf(row.phase)} is now number ${Math.max(to, movable) + 1}.`);
    },
    [rows, movable, session],
  );
  const { drag, start } = useRowDrag(list, move);
  const moveByKey = (event: KeyboardEvent, row: number): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move({ from: row, to: row + step });
  };
  const insert = (plan: PhasePlan, after: PhaseId): void => {
    const made = session.run('phase.insert', { plan, after });
    if (made.ok) setSaid(`${plan.title} is in the setlist.`);
  };
  const drop = (phase: PhaseId, gone: boolean): void => {
    const done = session.run('phase.change', { changes: [{ phase, gone }] });
    if (!done.ok) return;
    setDropped(gone ? new Set([...dropped, phase]) : new Set([...dropped].filter((one) => one !== phase)));
  };

  return (
    <Overlay title="Setlist" shape="page" onClose={onClose}>
      <div className="overlay-body setlist scroll">
        <ol ref={list} data-dragging={drag !== null || undefined}>
          {rows.map((row, i) => (
            <SetlistLine
              key={row.phase.id}
              row={row}
              number={i + 1}
              movable={i >= movable}
              mark={drag === null ? null : markOf(drag, i, Math.max(movable, drag.to))}
              onGrip={(event) => start(event, i)}
              onGripKey={(event) => moveByKey(event, i)}
              onChange={(change) =>
                session.run('phase.change', { changes: [{ phase: row.phase.id, ...change }] })
              }
              onDrop={(gone) => drop(row.phase.id, gone)}
              onPlay={() => {
                const started = session.course.start(row.phase.id);
                if (started.ok) onClose();
                else session.notify(started.sentence, 'refusal');
              }}
              onInsert={(kind) => insert(planOf(kind, people), row.phase.id)}
              onRepeat={() => insert(row.phase, row.phase.id)}
            />
          ))}
        </ol>
        <Ending />
        <p className="setlist-foot">
          {isPlaying(course) || course.next === null ? null : (
            <Button
              onPress={() => {
                onClose();
                session.act('course.goOn');
                session.set({ hostCard: true });
              }}
            >
              Begin: {sayNext(course)}
            </Button>
          )}
          <Button look="word" onPress={() => session.set({ overlay: 'begin' })}>
            Another setlist
          </Button>
        </p>
        <p className="said" role="status">
          {said}
        </p>
      </div>
    </Overlay>
  );
}

/** "About 43 min to go, until 15:02", and when it must end. */
function Ending() {
  const session = useSession();
  const course = useCourse((state) => state.course);
  const endsAt = useSnapshot((snapshot) => snapshot.course.endsAt);
  const now = useClock(5_000);
  const left = minutesLeft(course, session.course.elapsed());
  return (
    <p className="setlist-end">
      <b>{sayMinutes(Math.ceil(left))} to go</b>
      <span>until {sayTime(now + left * 60_000)}</span>
      <label>
        Ends at
        <input
          type="time"
          value={endsAt === null ? '' : writeEndsAt(endsAt)}
          onChange={(event) => session.run('course.ends', { at: readEndsAt(event.target.value, now) })}
        />
      </label>
    </p>
  );
}

function planOf(kind: PhaseKind, people: number): PhasePlan {
  return {
    kind: kind.name,
    title: kind.title,
    prompt: '',
    minutes: kind.minutes(people),
    options: { ...PLAIN_OPTIONS, ...kind.options },
  };
}

/** Where a dragged line would come to lie: a rule over or under the line that is there now. */
function markOf({ from }: RowDrag, at: number, to: number): 'held' | 'over' | 'under' | null {
  if (at === from) return 'held';
  if (at !== to) return null;
  return to < from ? 'over' : 'under';
}
