import { textWidth } from '../ideas/textMetrics.ts';
import { growRect, type Rect, unionRect } from '../model/geometry.ts';
import type { BoardLayout, ConnectorLine, GroupArea } from '../model/layout.ts';
import type { Exporter, ExportInput } from './exporter.ts';
import { INK, INK2, PAPER } from './printInks.ts';
import { svgCable } from './svgCable.ts';
import { element, escapeXml, short } from './svgMarkup.ts';
import { svgSheet } from './svgSheet.ts';

const margin = 40;
const empty: Rect = { x: 0, y: 0, w: 494, h: 266 };
const fonts = `font-family:Archivo,'Archivo Variable','Helvetica Neue',Arial,sans-serif`;
const style = [
  `text{${fonts};font-stretch:86%}`,
  '.sheet{font-size:14.8px;letter-spacing:-.008em}',
  '.root{font-size:21.5px;letter-spacing:-.02em}',
  '.call{font-weight:850;font-stretch:78%}',
  '.foot{font-size:12.8px;font-weight:600;font-stretch:78%}',
  '.letter{font-size:60px;font-weight:850;font-stretch:112%;letter-spacing:-.05em}',
  '.group{font-size:23.5px;font-weight:800;font-stretch:100%;letter-spacing:-.02em}',
  '.count{font-size:23.5px;font-weight:400;font-stretch:100%}',
  '.words{font-size:14px;font-weight:550}',
  `.cable,.dots,.double,.between,.line{fill:none;stroke:${INK};stroke-width:2.1}`,
  '.dots{stroke-width:3;stroke-dasharray:0 5.2;stroke-linecap:round}',
  `.double{stroke-width:6.4}.between{stroke:${PAPER};stroke-width:2.6}`,
  `.line{stroke:${INK2};stroke-width:1.6}`,
  '.sign{fill:none;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}',
].join('');

/** The board, or the selection, as it looks in the light theme; lines of text are the board's own. */
export const boardSvg: Exporter = {
  id: 'svg',
  title: 'Picture (SVG)',
  typeName: 'SVG picture',
  extension: 'svg',
  mime: 'image/svg+xml',
  run(input) {
    const { sheets, cables, connectors, groups } = drawn(input);
    const bounds = [...sheets, ...groups, ...connectors.map((line) => line.bounds)].reduce<Rect | null>(
      (all, rect) => (all === null ? rect : unionRect(all, rect)),
      null,
    );
    const view = growRect(bounds ?? empty, margin);
    const parts = [
      element('title', {}, escapeXml(input.title)),
      element('style', {}, style),
      element('rect', { x: view.x, y: view.y, width: view.w, height: view.h, fill: PAPER }),
      ...groups.map(svgGroup),
      ...cables.map(svgCable),
      ...sheets.map(svgSheet),
      ...connectors.map(svgConnector),
    ];
    const viewBox = [view.x, view.y, view.w, view.h].map(short).join(' ');
    const attributes = { xmlns: 'http://www.w3.org/2000/svg', viewBox, width: view.w, height: view.h };
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', attributes, parts.join('\n'))}\n`;
  },
};

function drawn({ layout, selection, snapshot }: ExportInput) {
  const has = (id: string): boolean => selection === undefined || selection.has(id);
  const sheets = [...layout.sheets.values()].filter(({ id }) => has(id));
  const cables = [...layout.cables.values()].filter(({ parent, child }) => has(parent) && has(child));
  const connectors = [...layout.connectors.values()].filter(({ id }) => {
    const connector = snapshot.connectors.get(id);
    return connector !== undefined && has(connector.from.id) && has(connector.to.id);
  });
  return { sheets, cables, connectors, groups: selection === undefined ? outermostFirst(layout) : [] };
}

function outermostFirst(layout: BoardLayout): GroupArea[] {
  return [...layout.groups.values()].sort((a, b) => b.w * b.h - a.w * a.h);
}

function svgGroup({ x, y, w, name, count }: GroupArea): string {
  const rule = element('rect', { x, y, width: w, height: 3.5, fill: INK });
  const number = element(
    'text',
    { class: 'count', x: x + w, y: y + 26, 'text-anchor': 'end', fill: INK },
    String(count),
  );
  // The table of widths is that of the narrow cut.
  const width = textWidth(name, { size: 23.5, line: 26, spacing: -20 }) * 1.16;
  const room = Math.max(40, w - 16 - 14 * String(count).length);
  const fit = width > room ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' } : {};
  return element(
    'g',
    {},
    rule + element('text', { class: 'group', x, y: y + 26, fill: INK, ...fit }, escapeXml(name)) + number,
  );
}

/** A thin curve with an open arrow; its words stand on paper, so that the curve never runs through them. */
function svgConnector({ from, c1, c2, to, label, labelAt }: ConnectorLine): string {
  const d = `M${short(from.x)} ${short(from.y)}C${[c1.x, c1.y, c2.x, c2.y, to.x, to.y].map(short).join(' ')}`;
  const angle = Math.atan2(to.y - c2.y, to.x - c2.x);
  const wing = (turn: number): string =>
    `${short(to.x - 11 * Math.cos(angle + turn))} ${short(to.y - 11 * Math.sin(angle + turn))}`;
  const arrow = `M${wing(0.53)}L${short(to.x)} ${short(to.y)}L${wing(-0.53)}`;
  const lines = element('path', { d, class: 'line' }) + element('path', { d: arrow, class: 'line' });
  if (label.trim() === '') return element('g', {}, lines);
  const width = textWidth(label, { size: 14, line: 20, spacing: 0 });
  const paper = element('rect', {
    x: labelAt.x - width / 2 - 6,
    y: labelAt.y - 10,
    width: width + 12,
    height: 20,
    fill: PAPER,
  });
  const words = element(
    'text',
    { class: 'words', x: labelAt.x, y: labelAt.y + 5, 'text-anchor': 'middle', fill: INK2 },
    escapeXml(label),
  );
  return element('g', {}, lines + paper + words);
}
