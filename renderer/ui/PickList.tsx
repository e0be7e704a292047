/** A line to type in and a list under it: the arrows walk, Enter takes. For the palette and for finding. */
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './PickList.css';

export interface PickItem {
  readonly id: string;
  /** A heading stands above the first item of each group. */
  readonly group: string;
  readonly row: ReactNode;
  /** Whole, for screen readers. */
  readonly said: string;
  readonly disabled?: boolean;
}

interface PickListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly items: readonly PickItem[];
  readonly onPick: (id: string) => void;
  /** Under the list, said aloud too: "12 found". */
  readonly status: ReactNode;
  readonly empty: ReactNode;
}

export function PickList({
  label,
  placeholder,
  query,
  onQuery,
  items,
  onPick,
  status,
  empty,
}: PickListProps) {
  const [at, setAt] = useState(0);
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const walkable = items.map((item, i) => (item.disabled === true ? -1 : i)).filter((i) => i >= 0);
  const current = walkable.includes(at) ? at : (walkable[0] ?? -1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new query starts at its best answer
  useEffect(() => {
    setAt(walkable[0] ?? 0);
    list.current?.scrollTo({ top: 0 });
  }, [query]);

  const go = (to: number): void => {
    setAt(to);
    list.current?.querySelector(`[data-at="${to}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const place = walkable.indexOf(current);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: (place + 1) % walkable.length,
      ArrowUp: (place - 1 + walkable.length) % walkable.length,
      PageDown: Math.min(walkable.length - 1, place + 8),
      PageUp: Math.max(0, place - 8),
    };
    const step = steps[event.key];
    const item = items[current];
    if (step !== undefined && walkable.length > 0) go(walkable[step] as number);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing && item !== undefined) onPick(item.id);
    else return;
    event.preventDefault();
  };

  return (
    <div className="pick-list">
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${prefix}list`}
        aria-activedescendant={current < 0 ? undefined : `${prefix}${current}`}
        aria-autocomplete="list"
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
        // biome-ignore lint/a11y/noAutofocus: the list is opened to type in it
        autoFocus
      />
      {items.length === 0 ? <p className="pick-empty">{empty}</p> : null}
      <div
        ref={list}
        id={`${prefix}list`}
        role="listbox"
        aria-label={label}
        className="scroll"
        hidden={items.length === 0}
      >
        {items.map(({ id, group, row, said, disabled = false }, i) => (
          <Fragment key={id}>
            {group !== '' && group !== items[i - 1]?.group ? (
              <p className="pick-group" aria-hidden="true">
                {group}
              </p>
            ) : null}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the line above has the focus and answers to the keys */}
            <div
              id={`${prefix}${i}`}
              data-at={i}
              role="option"
              tabIndex={-1}
              aria-selected={i === current}
              aria-disabled={disabled}
              aria-label={said}
              className={i === current ? 'pick pick-on' : 'pick'}
              onMouseMove={() => {
                if (!disabled && i !== current) setAt(i);
              }}
              onClick={() => {
                if (!disabled) onPick(id);
              }}
            >
              {row}
            </div>
          </Fragment>
        ))}
      </div>
      <p className="pick-status" role="status">
        {status}
      </p>
    </div>
  );
}
