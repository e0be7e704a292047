/** The sign of an idea's kind, and the cut of its sheet in small. A note carries no sign: it is the plain sheet. */
import { CircleQuestionMark, Flag, Lightbulb, type LucideIcon, TriangleAlert } from 'lucide-react';
import './KindSign.css';

const signs: Readonly<Record<string, LucideIcon>> = {
  question: CircleQuestionMark,
  risk: TriangleAlert,
  insight: Lightbulb,
  proposal: Flag,
};

interface KindSignProps {
  readonly kind: string;
  /** CSS pixels. */
  readonly size?: number;
}

export function KindSign({ kind, size = 14 }: KindSignProps) {
  const Sign = signs[kind];
  return Sign === undefined ? null : (
    <Sign size={size} strokeWidth={2} aria-hidden="true" className="kind-sign" />
  );
}

const outline: Readonly<Record<string, string>> = {
  question: 'M1 1H20a10 10 0 0 1 10 10V19H1z',
  risk: 'M1 1H21L30 10V19H1z',
};

/** The sheet as it is cut, as large as a stamp. */
export function KindCut({ kind }: { readonly kind: string }) {
  return (
    <svg className="kind-cut" width="31" height="20" viewBox="0 0 31 20" aria-hidden="true">
      <path d={outline[kind] ?? 'M1 1H30V19H1z'} className="kind-edge" />
      {kind === 'insight' ? <path d="M5 5.5H26" className="kind-rule" /> : null}
      {kind === 'proposal' ? <path d="M4.5 4.5H26.5V15.5H4.5z" className="kind-frame" /> : null}
    </svg>
  );
}
