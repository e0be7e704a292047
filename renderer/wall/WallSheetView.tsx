import type { CSSProperties } from 'react';
import { KindSign } from '../ui/KindSign.tsx';
import type { WallSheet } from './wallScene.ts';
import './wallSheet.css';

interface WallSheetViewProps {
  readonly sheet: WallSheet;
  readonly className?: string;
  readonly style?: CSSProperties;
}

/** A sheet as the room sees it: its words, its number, its cut. */
export function WallSheetView({ sheet, className = '', style }: WallSheetViewProps) {
  const { label, text, kind, ink, ink2 } = sheet;
  return (
    <article
      className={`wall-sheet ${className}`}
      data-ink={ink}
      data-ink2={ink2 ?? undefined}
      data-kind={kind}
      data-long={text.length > 70 ? 2 : text.length > 40 ? 1 : undefined}
      style={style}
      dir="auto"
    >
      <p className="wall-words-on">{text === '' ? '…' : text}</p>
      <footer className="wall-foot">
        <b className="wall-number">{label}</b>
        <KindSign kind={kind} size={30} />
      </footer>
    </article>
  );
}
