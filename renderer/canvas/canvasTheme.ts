/** The tokens as plain colours and numbers, for what is painted by script. Read again whenever they change. */
import type { SheetInk } from '../../shared/model/layout.ts';

export interface CanvasTheme {
  readonly paper: string;
  readonly paper2: string;
  readonly stock: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly hair: string;
  readonly faint: string;
  readonly now: string;
  readonly key: string;
  readonly knock: string;
  readonly inks: Readonly<Record<SheetInk, string>>;
  /** What is printed on each ink. */
  readonly onInk: Readonly<Record<SheetInk, string>>;
  /** CSS pixels. */
  readonly line: number;
  readonly rule: number;
  /** ms; 0 where motion is reduced. */
  readonly move: number;
  readonly reveal: number;
  /** Forced colours: every sheet has an edge, none a fill of its own. */
  readonly edges: boolean;
}

export function readCanvasTheme(page: Window = window): CanvasTheme {
  const root = page.getComputedStyle(page.document.documentElement);
  const forced = page.matchMedia('(forced-colors: active)').matches;
  const resolve = createResolver(page.document);
  const colour = (token: string, whenForced: string): string =>
    resolve(forced ? whenForced : root.getPropertyValue(`--${token}`).trim());
  const measure = (token: string): number => Number.parseFloat(root.getPropertyValue(`--${token}`)) || 0;
  const ink = colour('ink', 'CanvasText');
  const key = colour('key', 'CanvasText');
  const knock = colour('knock', 'CanvasText');
  return {
    paper: colour('paper', 'Canvas'),
    paper2: colour('paper2', 'Canvas'),
    stock: colour('stock', 'Canvas'),
    ink,
    ink2: colour('ink2', 'CanvasText'),
    ink3: colour('ink3', 'CanvasText'),
    hair: colour('hair', 'GrayText'),
    faint: colour('faint', 'GrayText'),
    now: colour('now', 'Highlight'),
    key,
    knock,
    inks: {
      stock: colour('stock', 'Canvas'),
      sun: colour('sun', 'Canvas'),
      sky: colour('sky', 'Canvas'),
      leaf: colour('leaf', 'Canvas'),
      pink: colour('pink', 'Canvas'),
      clay: colour('clay', 'Canvas'),
      cobalt: colour('cobalt', 'Canvas'),
    },
    onInk: { stock: ink, sun: key, sky: key, leaf: key, pink: key, clay: key, cobalt: knock },
    line: measure('line') || 1.5,
    rule: measure('rule') || 3,
    move: milliseconds(root.getPropertyValue('--move')),
    reveal: milliseconds(root.getPropertyValue('--reveal')),
    edges: forced,
  };
}

/** Calls back when a theme, contrast, motion or resolution setting changed. Returns the function that stops watching. */
export function watchCanvasTheme(changed: () => void, page: Window = window): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(page.document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class'],
  });
  const queries = [
    '(prefers-color-scheme: dark)',
    '(prefers-reduced-motion: reduce)',
    '(forced-colors: active)',
    '(max-resolution: 1.24dppx)',
  ].map((query) => page.matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

/** `240ms`, `.24s` */
export function milliseconds(value: string): number {
  const number = Number.parseFloat(value);
  if (!Number.isFinite(number)) return 0;
  return value.trim().endsWith('ms') ? number : number * 1000;
}

/** Any CSS colour as `rgb()`, which a canvas takes fastest: painted once on one pixel and read back. */
function createResolver(document: Document): (colour: string) => string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (colour) => {
    if (context === null || colour === '') return '#000';
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data;
    return a === 255 ? `rgb(${r} ${g} ${b})` : `rgb(${r} ${g} ${b} / ${Math.round((a / 255) * 1000) / 1000})`;
  };
}
