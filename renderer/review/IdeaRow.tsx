/** One idea in the list. */
import { MessageSquare } from 'lucide-react';
import type { Decision } from '../../shared/model/snapshot.ts';
import { ideaWords } from '../ideas/ideaWords.ts';
import type { JamView } from '../session/jamSession.ts';
import { BondStroke } from '../ui/BondStroke.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ideaLook } from '../ui/ideaLook.ts';
import { KindSign } from '../ui/KindSign.tsx';
import { outcomeDone } from '../ui/outcomes.ts';
import { authorName, commentsOf } from '../ui/records.ts';
import type { ListRow } from './listRows.ts';

interface IdeaRowProps {
  readonly elementId: string;
  readonly row: ListRow;
  readonly view: JamView;
  readonly decision: Decision | undefined;
  /** CSS pixels. */
  readonly top: number;
  readonly height: number;
  readonly position: number;
  readonly count: number;
  readonly on: boolean;
  /** Who else writes in it or holds it, in words; empty: nobody. */
  readonly hand: string;
  readonly onChoose: () => void;
  readonly onGo: () => void;
}

const INDENT = 28;

export function IdeaRow(props: IdeaRowProps) {
  const { elementId, row, view, decision, top, height, position, count, on, hand, onChoose, onGo } = props;
  const { snapshot, lineage } = view;
  const idea = snapshot.ideas.get(row.id);
  if (idea === undefined) return null;
  const said = commentsOf(snapshot, row.id).length;
  const name = authorName(view, idea);
  const by = name === null ? '' : `by ${name}`;
  const look = ideaLook(view, row.id);
  const told = {
    id: row.id,
    label: look.label,
    kind: idea.kind,
    comments: said,
    decision: decision?.outcome ?? null,
    lock: idea.lock,
    fresh: lineage.isFresh(row.id),
  };
  const bond = snapshot.riffs.get(lineage.parentRiffs(row.id)[0] ?? '')?.bond;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and answers to the keys
    <div
      id={elementId}
      role="option"
      aria-label={[ideaWords(told, view), by, hand].filter((words) => words !== '').join(', ')}
      aria-selected={on}
      aria-posinset={position}
      aria-setsize={count}
      tabIndex={-1}
      className={`list-row ${on ? 'list-row-on' : ''} ${row.first ? 'list-row-first' : ''}`}
      style={{ top, height, paddingLeft: row.depth * INDENT }}
      onClick={onChoose}
      onDoubleClick={onGo}
    >
      {row.depth > 0 && bond !== undefined ? <BondStroke bond={bond} /> : null}
      <Chip big {...look} />
      <span
        dir="auto"
        className={`list-text ${row.depth === 0 && !lineage.isFresh(row.id) ? 'list-root' : ''}`}
      >
        {idea.text === '' ? 'Not written yet' : idea.text}
      </span>
      {hand === '' ? null : (
        <span dir="auto" className="list-hand">
          {hand}
        </span>
      )}
      {decision?.outcome ? (
        <span className="list-decision" data-outcome={decision.outcome}>
          {outcomeDone(decision.outcome)}
        </span>
      ) : null}
      <span className="list-said">
        {said > 0 ? (
          <>
            <MessageSquare size={14} strokeWidth={2} aria-hidden="true" />
            {said}
          </>
        ) : null}
      </span>
      <span className="list-kind">
        <KindSign kind={idea.kind} size={16} />
      </span>
      <span dir="auto" className="list-author">
        {name}
      </span>
    </div>
  );
}
