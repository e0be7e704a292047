/**
 * Words on the page that become a field where they stand when they are pressed. Enter or leaving keeps, Esc gives the
 * old words back.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { GrowArea } from './GrowArea.tsx';
import { returnFocus } from './returnFocus.ts';
import './EditableText.css';

interface EditableTextProps {
  readonly value: string;
  /** What is asked for: said by screen readers, shown when there are no words yet. */
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string;
  /** Several lines: Enter breaks the line, Ctrl+Enter keeps. */
  readonly lines?: boolean;
  readonly onKeep: (value: string) => void;
  /** Starts in the field when this number grows. */
  readonly startAt?: number;
  readonly children?: ReactNode;
}

export function EditableText(props: EditableTextProps) {
  const { value, label, placeholder, className = '', lines = false, onKeep, startAt = 0, children } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const started = useRef(startAt);

  useEffect(() => {
    if (startAt > started.current) setDraft(value);
    started.current = startAt;
  }, [startAt, value]);

  const finish = (keep: boolean): void => {
    if (draft === null) return;
    setDraft(null);
    const next = lines ? draft.trimEnd() : draft.replace(/\s+/g, ' ').trim();
    if (keep && next !== value) onKeep(next);
    returnFocus(button);
  };

  if (draft === null) {
    return (
      <button
        ref={button}
        type="button"
        dir="auto"
        className={`editable ${className} ${value === '' ? 'editable-empty' : ''}`}
        aria-label={`${label}, edit: ${value === '' ? (placeholder ?? 'nothing yet') : value}`}
        onClick={() => setDraft(value)}
      >
        {value === '' ? (placeholder ?? label) : (children ?? value)}
      </button>
    );
  }
  return (
    <GrowArea
      className={`editable editable-open ${className}`}
      aria-label={label}
      placeholder={placeholder}
      value={draft}
      onChange={setDraft}
      onEnter={lines ? undefined : () => finish(true)}
      onBlur={() => finish(true)}
      onFocus={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') {
          event.preventDefault();
          finish(false);
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          finish(true);
        }
      }}
      autoFocus
    />
  );
}
