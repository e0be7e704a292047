/** What is being decided about, one under the other, with what came of it. */
import { type KeyboardEvent, useRef } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Decision } from '../../shared/model/snapshot.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ideaLook } from '../ui/ideaLook.ts';
import { Section } from '../ui/Section.tsx';
import { useView } from '../ui/session.tsx';
import { lacksCarrier, sayDecided } from './decideWords.ts';
import './Queue.css';

interface QueueProps {
  readonly queue: readonly IdeaId[];
  readonly decisions: ReadonlyMap<IdeaId, Decision>;
  readonly current: IdeaId | null;
  readonly next: IdeaId | null;
  /** What is open stands in the order of the vote. */
  readonly byVote: boolean;
  /** I began to write a reason. */
  readonly begun: (id: IdeaId) => boolean;
  readonly onChoose: (id: IdeaId) => void;
  /** I carry what was promoted with nobody to carry it. */
  readonly onTake: (id: IdeaId) => void;
  readonly others: number;
}

export function Queue(props: QueueProps) {
  const { queue, decisions, current, next, byVote, begun, onChoose, onTake, others } = props;
  const view = useView((jam) => jam);
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('.queue-idea') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };

  return (
    <aside className="panel queue scroll scroll-gutter" aria-label="To decide">
      <Section
        title="The queue"
        aside={`${decisions.size} decided, ${queue.length - decisions.size} not yet`}
      >
        {byVote ? <p className="queue-order">In the order of the vote, most dots first.</p> : null}
        <ol ref={list} onKeyDown={onKeyDown}>
          {queue.map((id) => {
            const decision = decisions.get(id);
            const now = id === current;
            const text = view.snapshot.ideas.get(id)?.text || 'Not written yet';
            const words = sayStanding(decision, now, id === next, begun(id));
            return (
              <li key={id} className={now ? 'queue-now' : undefined}>
                <button
                  type="button"
                  className="queue-idea"
                  aria-current={now}
                  aria-label={[view.labels.get(id), text, words].join(', ')}
                  onClick={() => onChoose(id)}
                >
                  <Chip big {...ideaLook(view, id)} />
                  <span>
                    {text}
                    <em>{words}</em>
                  </span>
                </button>
                {lacksCarrier(decision) ? (
                  <Button look="word" size="small" className="queue-carry" onPress={() => onTake(id)}>
                    I carry this
                  </Button>
                ) : null}
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

function sayStanding(decision: Decision | undefined, now: boolean, next: boolean, begun: boolean): string {
  if (decision !== undefined) return sayDecided(decision);
  if (now) return 'Now';
  return `${next ? 'Next' : 'Not decided yet'}${begun ? ', a reason is begun' : ''}`;
}
