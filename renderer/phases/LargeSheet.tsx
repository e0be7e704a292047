/** A sheet at reading size: its words, its number, its cut. */
import type { ReactNode } from 'react';
import { ideaKind } from '../../shared/ideas/kinds.ts';
import { type IdeaId, UNLAID } from '../../shared/model/ids.ts';
import { ideaLook } from '../ui/ideaLook.ts';
import { KindSign } from '../ui/KindSign.tsx';
import { useView } from '../ui/session.tsx';
import './LargeSheet.css';

interface LargeSheetProps {
  readonly idea: IdeaId;
  readonly className?: string;
  /** Beside its number. */
  readonly children?: ReactNode;
}

export function LargeSheet({ idea, className = '', children }: LargeSheetProps) {
  const view = useView((jam) => jam);
  const found = view.snapshot.ideas.get(idea);
  if (found === undefined) return null;
  const { label, ink, ink2 } = ideaLook(view, idea);
  // A sheet that was handed in a moment ago has no number yet.
  const laid = found.place.group !== UNLAID;
  const text = found.text === '' ? 'Not written yet' : found.text;
  return (
    <article
      className={`large-sheet ${className}`}
      aria-label={`${laid ? `${label}, ` : ''}${found.kind}: ${text}`}
      data-ink={ink}
      data-ink2={ink2 ?? undefined}
      data-cut={ideaKind(found.kind).cut}
      data-long={text.length > 150 ? 2 : text.length > 60 ? 1 : undefined}
    >
      <p dir="auto">{text}</p>
      <footer>
        {laid ? <b>{label}</b> : null}
        <KindSign kind={found.kind} size={20} />
        {children}
      </footer>
    </article>
  );
}
