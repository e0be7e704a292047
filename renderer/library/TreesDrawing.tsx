import { useMemo } from 'react';
import type { JamCard } from '../../shared/ipc/shell.ts';
import { drawTrees } from './treesPicture.ts';
import './TreesDrawing.css';

interface TreesDrawingProps {
  readonly trees: JamCard['trees'];
  /** Proportions of the place it stands in. */
  readonly box?: { readonly w: number; readonly h: number };
}

const portrait = { w: 200, h: 236 };

export function TreesDrawing({ trees, box = portrait }: TreesDrawingProps) {
  const picture = useMemo(() => drawTrees(trees, box), [trees, box]);
  const width = Math.max(picture.width, box.w);
  const height = Math.max(picture.height, (box.h * width) / box.w);
  return (
    <svg
      className="trees-drawing"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMax meet"
      aria-hidden="true"
    >
      <path d={picture.links} />
      {picture.sheets.map(({ x, y, w, h, flag }) => (
        <rect key={`${x},${y}`} x={x} y={y} width={w} height={h} data-flag={flag === 0 ? undefined : flag} />
      ))}
    </svg>
  );
}
