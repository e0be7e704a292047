/** A line to search in, with its glass; Esc empties it first. */
import { Search } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import './SearchField.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly field?: Ref<HTMLInputElement>;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

export function SearchField({ label, value, onChange, placeholder, field, onKeyDown }: SearchFieldProps) {
  return (
    <label className="search-field">
      <Search size={16} strokeWidth={2} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        aria-label={label}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key === 'Escape' && value !== '' && !event.defaultPrevented) {
            event.preventDefault();
            event.stopPropagation();
            onChange('');
          }
        }}
      />
    </label>
  );
}
