/** The name and key of a drawing, shown when the pointer rests on it or the focus comes to it. */
import type { ReactElement } from 'react';
import { Tooltip, type TooltipProps, TooltipTrigger } from 'react-aria-components';
import { KeyCaps } from './KeyCaps.tsx';
import './Hint.css';

interface HintProps {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly placement?: TooltipProps['placement'];
  readonly children: ReactElement;
}

export function Hint({ text, keys, placement = 'top', children }: HintProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="hint" placement={placement} offset={8}>
        {text}
        {keys === undefined ? null : <KeyCaps keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
