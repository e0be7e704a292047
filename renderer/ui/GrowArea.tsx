/** A text field that is as tall as what is written in it. Its twin in the same grid cell gives the height. */
import { type ComponentProps, useId } from 'react';
import './GrowArea.css';

interface GrowAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'rows'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter finishes instead of breaking the line; Shift+Enter breaks it. */
  readonly onEnter?: (() => void) | undefined;
  readonly rows?: number;
}

export function GrowArea({
  value,
  onChange,
  onEnter,
  onKeyDown,
  className = '',
  rows = 1,
  ...rest
}: GrowAreaProps) {
  const id = useId();
  return (
    <span className={`grow-area ${className}`}>
      <textarea
        id={id}
        {...rest}
        rows={rows}
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.defaultPrevented || onEnter === undefined) return;
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
      <span className="grow-twin" aria-hidden="true">
        {`${value} `}
      </span>
    </span>
  );
}
