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

export function createPen(ink: CanvasRenderingContext2D): Pen {
  let fill = '';
  let stroke = '';
  let lineWidth = -1;
  let font = '';
  let spacing = -1;
  const widths = new Map<string, number>();
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
    font(face, weight, size, em = 0) {
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
    width(words) {
      const key = `${font}|${spacing}|${words}`;
      const known = widths.get(key);
      if (known !== undefined) return known;
      if (widths.size > WIDTHS_KEPT) widths.clear();
      const measured = ink.measureText(words).width;
      widths.set(key, measured);
      return measured;
    },
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
