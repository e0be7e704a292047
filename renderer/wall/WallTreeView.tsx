/** One tree, large: its root on the left, riffs in columns, cables between them. */
import { type CSSProperties, useMemo, useState } from 'react';
import type { Bond } from '../../shared/model/snapshot.ts';
import { useSize } from '../ui/useSize.ts';
import { type Box, layTree, WIDTH } from './layTree.ts';
import { WallSheetView } from './WallSheetView.tsx';
import type { WallTree } from './wallScene.ts';

/** Before it was measured. */
const HEIGHT = 832;
const HEAD = 11;

export function WallTreeView({ tree }: { readonly tree: WallTree }) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const { w, h } = useSize(place);
  const height = w === 0 ? HEIGHT : (WIDTH * h) / w;
  const { boxes, scale } = useMemo(() => layTree(tree.sheets, height), [tree.sheets, height]);
  return (
    <div className="wall-tree" ref={setPlace} style={{ '--scale': scale } as CSSProperties}>
      <svg className="wall-cables" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        {tree.links.map(({ from, to, bond }) => {
          const [a, b] = [boxes[from], boxes[to]];
          return a === undefined || b === undefined ? null : <Cable key={to} bond={bond} from={a} to={b} />;
        })}
      </svg>
      {tree.sheets.map((sheet, i) => {
        const box = boxes[i];
        if (box === undefined) return null;
        return (
          <WallSheetView
            key={sheet.label}
            sheet={sheet}
            className={i === 0 ? 'wall-root' : ''}
            style={{
              insetInlineStart: `${(100 * box.x) / WIDTH}%`,
              insetBlockStart: `${(100 * box.y) / height}%`,
              inlineSize: `${(100 * box.w) / WIDTH}%`,
              blockSize: `${(100 * box.h) / height}%`,
            }}
          />
        );
      })}
      {tree.more > 0 ? (
        <p className="wall-more">
          and {tree.more} more {tree.more === 1 ? 'riff' : 'riffs'}
        </p>
      ) : null}
    </div>
  );
}

function Cable({ bond, from, to }: { readonly bond: Bond; readonly from: Box; readonly to: Box }) {
  const y = to.y + to.h / 2;
  const start = from.x + from.w;
  const isRoot = from.x === 0;
  const leave = isRoot || Math.abs(from.y - to.y) < 1 ? y : from.y + from.h * 0.7;
  const end = to.x - HEAD;
  const turn = start + (end - start) / 2;
  const way = leave === y ? `M${start} ${y}` : `M${start} ${leave}H${turn}V${y}`;
  const from2 = leave === y ? start : turn;
  const step = (end - from2) / 6;
  return (
    <g>
      <path
        className={`wall-cable wall-${bond}`}
        d={bond === 'twist' ? `${way}q${step / 2} -22 ${step} 0${`t${step} 0`.repeat(5)}` : `${way}H${end}`}
      />
      {bond === 'combine' ? <path d={`${way}H${end}`} className="wall-cable wall-inner" /> : null}
      <Head bond={bond} x={end} y={y} />
    </g>
  );
}

function Head({ bond, x, y }: { readonly bond: Bond; readonly x: number; readonly y: number }) {
  if (bond === 'question') return <circle cx={x} cy={y} r={HEAD - 1} className="wall-open" />;
  if (bond === 'combine')
    return <rect x={x - HEAD} y={y - HEAD} width={2 * HEAD} height={2 * HEAD} className="wall-headed" />;
  if (bond === 'twist') return <path d={`M${x} ${y - 14}l14 14-14 14-14-14z`} className="wall-headed" />;
  return <circle cx={x} cy={y} r={HEAD} className="wall-headed" />;
}
