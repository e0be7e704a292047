/** A 2D context that remembers its state: setting a font or a colour costs more than painting a word with it. */
export interface Pen {
  readonly ink: CanvasRenderingContext2D;
  fill(colour: string): void;
  stroke(colour: string, width: number): void;
  /** `spacing` in thousandths of an em. */
  font(face: string, weight: number, size: number, spacing?: number): void;
  text(words: string, x: number, baseline: number): void;
  /** Ends at `x`; gives back where it starts. */
  textEnding(words: string, x: number, baseline: number): number;
  width(words: string): number;
  /** Forgets what it knows, after the context was changed or restored elsewhere. */
  forget(): void;
}

const WIDTHS_KEPT = 4000;
const REFERENCE = 100;

/** Widths are measured once, at one size: type grows evenly. */
const widths = new Map<string, number>();
let ruler: CanvasRenderingContext2D | null = null;

function widthAtReference(face: string, weight: number, em: number, words: string): number {
  const key = `${weight}|${em}|${face}|${words}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null) return 0;
  ruler.font = `${weight} ${REFERENCE}px ${face}`;
  ruler.letterSpacing = `${(em * REFERENCE) / 1000}px`;
  const measured = ruler.measureText(words).width;
  if (widths.size > WIDTHS_KEPT) widths.clear();
  widths.set(key, measured);
  return measured;
}

export function createPen(ink: CanvasRenderingContext2D): Pen {
  let fill = '';
  let stroke = '';
  let lineWidth = -1;
  let font = '';
  let spacing = -1;
  let face = '';
  let weight = 0;
  let size = 0;
  let em = 0;
  ink.textBaseline = 'alphabetic';
  ink.lineJoin = 'miter';

  const pen: Pen = {
    ink,
    fill(colour) {
      if (colour === fill) return;
      fill = colour;
      ink.fillStyle = colour;
    },
    stroke(colour, width) {
      if (colour !== stroke) ink.strokeStyle = colour;
      if (width !== lineWidth) ink.lineWidth = width;
      stroke = colour;
      lineWidth = width;
    },
    font(nextFace, nextWeight, nextSize, nextEm = 0) {
      face = nextFace;
      weight = nextWeight;
      size = nextSize;
      em = nextEm;
      const next = `${weight} ${size}px ${face}`;
      if (next !== font) ink.font = next;
      const gap = (em * size) / 1000;
      if (gap !== spacing || next !== font) ink.letterSpacing = `${gap}px`;
      font = next;
      spacing = gap;
    },
    text(words, x, baseline) {
      if (words !== '') ink.fillText(words, x, baseline);
    },
    textEnding(words, x, baseline) {
      const start = x - pen.width(words);
      ink.fillText(words, start, baseline);
      return start;
    },
    width: (words) => (widthAtReference(face, weight, em, words) * size) / REFERENCE,
    forget() {
      fill = '';
      stroke = '';
      lineWidth = -1;
      font = '';
      spacing = -1;
    },
  };
  return pen;
}
