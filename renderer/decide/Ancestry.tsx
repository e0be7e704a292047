/** The idea's way here, drawn with its bonds. */
import { useMemo, useState } from 'react';
import { BOND_LOOKS } from '../../shared/ideas/bonds.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Bond } from '../../shared/model/snapshot.ts';
import { ideaLook } from '../ui/ideaLook.ts';
import { useView } from '../ui/session.tsx';
import { useSize } from '../ui/useSize.ts';
import { readAncestry } from './ancestry.ts';
import './Ancestry.css';

/** Share of the width between two columns, and of the height that a sheet takes where there are so many rows. */
const GAP = 0.07;
const SHEET_HEIGHT: readonly number[] = [0.62, 0.62, 0.42, 0.3];
const HEAD = 5.5;

export function Ancestry({ idea }: { readonly idea: IdeaId }) {
  const view = useView((jam) => jam);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const { w, h } = useSize(place);
  const picture = useMemo(() => readAncestry(view, idea), [view, idea]);
  const columns = Math.max(3, picture.columns);
  const width = (w * (1 - GAP * (columns - 1))) / columns;
  const pitch = width + w * GAP;
  const height = h * (SHEET_HEIGHT[picture.rows] ?? 0.3);
  const at = new Map(picture.nodes.map((node) => [node.id, { x: node.column * pitch, y: node.y * h }]));

  return (
    <div ref={setPlace} className="ancestry" data-rows={picture.rows}>
      <svg width={w} height={h} aria-hidden="true">
        {w === 0
          ? null
          : picture.links.map(({ from, to, bond }) => {
              const a = at.get(from);
              const b = at.get(to);
              if (a === undefined || b === undefined) return null;
              const ports = picture.links.filter((link) => link.to === to);
              const port = (ports.findIndex((link) => link.from === from) - (ports.length - 1) / 2) * 22;
              return (
                <Link
                  key={`${from}-${to}`}
                  bond={bond}
                  x1={a.x + width}
                  y1={a.y}
                  x2={b.x}
                  y2={b.y + port}
                  turn={b.x - (w * GAP) / 2}
                />
              );
            })}
      </svg>
      <ol>
        {picture.nodes.map(({ id }) => {
          const look = ideaLook(view, id);
          const spot = at.get(id) ?? { x: 0, y: 0 };
          const bond = picture.links.find((link) => link.to === id);
          return (
            <li
              key={id}
              data-ink={look.ink}
              data-ink2={look.ink2 ?? undefined}
              className={id === idea ? 'ancestor ancestor-me' : 'ancestor'}
              style={{
                left: spot.x,
                top: spot.y - height / 2,
                width,
                height,
                // Text never crosses the second ink's cut.
                ...(look.ink2 === null ? null : { paddingRight: width * 0.2 }),
              }}
            >
              <b>{look.label}</b>
              <span className="said">
                {bond === undefined
                  ? ''
                  : `${BOND_LOOKS[bond.bond].noun} ${ideaLook(view, bond.from).label}: `}
              </span>
              <span style={{ WebkitLineClamp: Math.max(1, Math.floor((height - 34) / 15)) }}>
                {view.snapshot.ideas.get(id)?.text}
              </span>
            </li>
          );
        })}
      </ol>
      {picture.hidden > 0 ? <p className="ancestry-more">{picture.hidden} more before them</p> : null}
    </div>
  );
}

interface LinkProps {
  readonly bond: Bond;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Where an orthogonal line turns. */
  readonly turn: number;
}

function Link({ bond, x1, y1, x2, y2, turn }: LinkProps) {
  const flat = Math.abs(y1 - y2) < 1;
  const path = flat ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}H${turn}V${y2}H${x2}`;
  return (
    <g className={`ancestry-link ancestry-${bond}`}>
      {bond === 'twist' ? (
        <path d={wave(flat ? x1 : turn, x2 - HEAD, y2, flat ? '' : `M${x1} ${y1}H${turn}V${y2}`)} />
      ) : (
        <path d={path} />
      )}
      {bond === 'combine' ? <path d={path} className="ancestry-inner" /> : null}
      <Head bond={bond} x={x2 - 1} y={y2} />
    </g>
  );
}

/** Three waves to the notehead. */
function wave(from: number, to: number, y: number, before: string): string {
  const step = (to - from) / 6;
  const start = before === '' ? `M${from} ${y}` : before;
  return `${start}q${step / 2} -7 ${step} 0${`t${step} 0`.repeat(5)}`;
}

function Head({ bond, x, y }: { readonly bond: Bond; readonly x: number; readonly y: number }) {
  const r = HEAD;
  if (bond === 'build') return <circle cx={x} cy={y} r={r} className="ancestry-head" />;
  if (bond === 'question') return <circle cx={x} cy={y} r={r - 0.5} className="ancestry-open" />;
  if (bond === 'combine')
    return <rect x={x - r} y={y - r} width={2 * r} height={2 * r} className="ancestry-head" />;
  const d = r * 1.3;
  return <path d={`M${x} ${y - d}L${x + d} ${y}L${x} ${y + d}L${x - d} ${y}z`} className="ancestry-head" />;
}
