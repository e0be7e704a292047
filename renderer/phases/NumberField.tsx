/** A small number that is pressed up and down, or typed: minutes, people, rounds. */
import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import './NumberField.css';

interface NumberFieldProps {
  /** Said by screen readers: "Minutes of Free riff". */
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

export function NumberField({ label, unit, value, least, most, onChange }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const give = (next: number): void => {
    setDraft(null);
    const bounded = Math.min(most, Math.max(least, next));
    if (bounded !== value) onChange(bounded);
  };
  /** What is no number leaves it as it was. */
  const keep = (): void => {
    const typed = Number.parseFloat((draft ?? '').replace(',', '.'));
    if (Number.isFinite(typed)) give(typed);
    else setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step !== undefined) give(value + step);
    else if (event.key === 'Enter') keep();
    else if (event.key === 'Escape' && draft !== null) setDraft(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span className="number-field">
      <Button
        look="icon"
        aria-label={`${label}, less`}
        isDisabled={value <= least}
        onPress={() => give(value - 1)}
      >
        <Minus size={14} strokeWidth={2.4} aria-hidden="true" />
      </Button>
      <input
        type="text"
        role="spinbutton"
        inputMode="decimal"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={least}
        aria-valuemax={most}
        aria-valuetext={`${value} ${unit}`}
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      <span aria-hidden="true">{unit}</span>
      <Button
        look="icon"
        aria-label={`${label}, more`}
        isDisabled={value >= most}
        onPress={() => give(value + 1)}
      >
        <Plus size={14} strokeWidth={2.4} aria-hidden="true" />
      </Button>
    </span>
  );
}
