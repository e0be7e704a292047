/** The notation of a riff: stroke and notehead say its type, in the colour of the words around it. */
import type { Bond } from '../../shared/model/snapshot.ts';
import './BondStroke.css';

interface BondStrokeProps {
  readonly bond: Bond;
  readonly large?: boolean;
}

const strokes: Readonly<Record<Bond, React.JSX.Element>> = {
  build: (
    <>
      <path d="M1 6H31" />
      <circle cx="32" cy="6" r="4.2" className="head" />
    </>
  ),
  twist: (
    <>
      <path d="M1 6q2.2-5.6 4.4 0t4.4 0 4.4 0 4.4 0 4.4 0 4.4 0" />
      <path d="M32 .8 37.2 6 32 11.2 26.8 6z" className="head" />
    </>
  ),
  combine: (
    <>
      <path d="M1 3.9H29M1 8.1H29" />
      <rect x="27.6" y="1.6" width="8.8" height="8.8" className="head" />
    </>
  ),
  question: (
    <>
      <path d="M1.6 6H26" className="dots" />
      <circle cx="32" cy="6" r="4" className="open" />
    </>
  ),
};

export function BondStroke({ bond, large = false }: BondStrokeProps) {
  const width = large ? 57 : 38;
  return (
    <svg
      className="bond-stroke"
      width={width}
      height={(width * 12) / 38}
      viewBox="0 0 38 12"
      aria-hidden="true"
    >
      {strokes[bond]}
    </svg>
  );
}
