/** All ideas as a list: filtered, walked by the arrow keys, and gone to on the board with Enter. */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { IDEA_KINDS } from '../../shared/ideas/kinds.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { handWords } from '../ideas/handWords.ts';
import { goToIdea } from '../jam/goToIdea.ts';
import { Choice } from '../ui/Choice.tsx';
import { sayCount } from '../ui/counts.ts';
import { decisionsOf } from '../ui/records.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { useRoom, useSession, useUi, useView } from '../ui/session.tsx';
import { IdeaRow } from './IdeaRow.tsx';
import { type ListFilter, listRows, NO_FILTER } from './listRows.ts';
import { useVirtualRows } from './useVirtualRows.ts';
import './ListView.css';

const ROW = 44;

const shows: readonly { readonly id: ListFilter['show']; readonly title: string }[] = [
  { id: 'all', title: 'All' },
  { id: 'fresh', title: 'Fresh' },
  { id: 'open', title: 'To decide' },
  { id: 'decided', title: 'Decided' },
];

const orders: readonly { readonly id: ListFilter['order']; readonly title: string }[] = [
  { id: 'trees', title: 'By tree' },
  { id: 'newest', title: 'Newest first' },
  { id: 'riffs', title: 'Most riffed on' },
];

export function ListView() {
  const session = useSession();
  const view = useView((jam) => jam);
  const people = useRoom((state) => state.people);
  const selected = useUi((state) => state.selection.ideas);
  const [filter, setFilter] = useState<ListFilter>(NO_FILTER);
  const decisions = decisionsOf(view.snapshot);
  const rows = useMemo(() => listRows(view, filter, decisions), [view, filter, decisions]);
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { rows: near, reveal } = useVirtualRows(scroller, rows.length, ROW);
  const prefix = useId();

  const [only] = selected;
  const at = only === undefined || selected.size > 1 ? -1 : rows.findIndex(({ id }) => id === only);

  const choose = (row: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, row))];
    if (next === undefined) return;
    session.set({
      selection: { ideas: new Set([next.id]), groups: new Set(), connectors: new Set() },
      focus: next.id,
    });
    reveal(rows.indexOf(next));
  };

  // Coming from the board with something selected, it is where one looks first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival only
  useEffect(() => {
    if (at >= 0) reveal(at);
    scroller.current?.focus({ preventScroll: true });
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const row = steps[event.key];
    if (row !== undefined) choose(row);
    else if (event.key === 'Enter' && at >= 0) goToIdea(session, (rows[at] as { id: IdeaId }).id);
    else if (event.key === '/') search.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="list-view">
      <div className="list-head">
        <SearchField
          label="Filter by words or call number"
          placeholder="Find by words or number, like D5"
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
          field={search}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              scroller.current?.focus();
              if (at < 0) choose(0);
            }
          }}
        />
        <Choice
          label="Which ideas"
          value={filter.show}
          options={shows}
          onChange={(show) => setFilter({ ...filter, show: show as ListFilter['show'] })}
        />
        <Choice
          label="In which order"
          value={filter.order}
          options={orders}
          onChange={(order) => setFilter({ ...filter, order: order as ListFilter['order'] })}
        />
        <Choice
          label="Of which kind"
          value={filter.kind}
          options={[{ id: '', title: 'Every kind' }, ...IDEA_KINDS.map(({ id, title }) => ({ id, title }))]}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
        <span className="list-count" role="status">
          {sayCount(rows.length, 'idea')}
        </span>
      </div>
      {rows.length === 0 ? (
        <p className="list-none">
          {[...view.snapshot.ideas.values()].every(({ bin }) => bin)
            ? 'No ideas yet.'
            : 'No idea is like that. Take a word or a filter away.'}
        </p>
      ) : (
        <div
          ref={scroller}
          className="list-rows scroll"
          role="listbox"
          aria-label="Ideas"
          tabIndex={0}
          aria-activedescendant={at >= near.from && at < near.to ? `${prefix}${at}` : undefined}
          onKeyDown={onKeyDown}
        >
          <div className="list-height" style={{ height: rows.length * ROW }}>
            {rows.slice(near.from, near.to).map((row, i) => (
              <IdeaRow
                key={row.id}
                elementId={`${prefix}${near.from + i}`}
                row={row}
                view={view}
                decision={decisions.get(row.id)}
                top={(near.from + i) * ROW}
                height={ROW}
                position={near.from + i + 1}
                count={rows.length}
                on={selected.has(row.id)}
                hand={handWords(people, view.signing, row.id)}
                onChoose={() => choose(near.from + i)}
                onGo={() => goToIdea(session, row.id)}
              />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
