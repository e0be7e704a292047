/** What is being decided about, one under the other, with what came of it. */
import { type KeyboardEvent, useRef } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Decision } from '../../shared/model/snapshot.ts';
import { Chip } from '../ui/Chip.tsx';
import { ideaLook } from '../ui/ideaLook.ts';
import { outcomeDone } from '../ui/outcomes.ts';
import { Section } from '../ui/Section.tsx';
import { useView } from '../ui/session.tsx';
import './Queue.css';

interface QueueProps {
  readonly queue: readonly IdeaId[];
  readonly decisions: ReadonlyMap<IdeaId, Decision>;
  readonly current: IdeaId | null;
  readonly next: IdeaId | null;
  readonly onChoose: (id: IdeaId) => void;
  readonly others: number;
}

export function Queue({ queue, decisions, current, next, onChoose, others }: QueueProps) {
  const view = useView((jam) => jam);
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };

  return (
    <aside className="panel queue scroll scroll-gutter" aria-label="To decide">
      <Section
        title="The queue"
        aside={`${decisions.size} decided, ${queue.length - decisions.size} to come`}
      >
        <ol ref={list} onKeyDown={onKeyDown}>
          {queue.map((id) => {
            const decision = decisions.get(id);
            const now = id === current;
            const text = view.snapshot.ideas.get(id)?.text || 'Not written yet';
            const words = outcomeWords(decision, now, id === next);
            return (
              <li key={id} className={now ? 'queue-now' : undefined}>
                <button
                  type="button"
                  aria-current={now}
                  aria-label={[view.labels.get(id), text, words].filter((part) => part != null).join(', ')}
                  onClick={() => onChoose(id)}
                >
                  <Chip big {...ideaLook(view, id)} />
                  <span>
                    {text}
                    {words === null ? null : <em>{words}</em>}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      </Section>
      {others > 0 ? (
        <p className="queue-others">
          {others === 1 ? 'One other sheet stays' : `${others} other sheets stay`} on the board and in the
          record.
        </p>
      ) : null}
    </aside>
  );
}

function outcomeWords(decision: Decision | undefined, now: boolean, next: boolean): string | null {
  if (decision?.outcome != null) {
    const done = outcomeDone(decision.outcome);
    return decision.owner === '' ? done : `${done}. ${decision.owner} carries this`;
  }
  return now ? 'Now' : next ? 'Next' : null;
}
