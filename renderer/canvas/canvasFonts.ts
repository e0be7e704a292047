/** The board's faces, by what they say. The painter waits for them: a sheet must not be set twice. */
import './canvasFonts.css';

/** Taken over by the system's for letters that Archivo lacks. */
const FALLBACK = "'Archivo Variable', 'Noto Sans', system-ui, sans-serif";

export const FACES = {
  /** Ideas, 86 % */
  sheet: `'Riffroom Sheet', ${FALLBACK}`,
  /** Call numbers and the foot, 78 % */
  call: `'Riffroom Call', ${FALLBACK}`,
  /** Headings, 100 % */
  text: `'Riffroom Text', ${FALLBACK}`,
  /** Roots' letters, 112 % */
  wide: `'Riffroom Wide', ${FALLBACK}`,
} as const;

let loading: Promise<void> | null = null;

/** Resolves when all four faces can paint, or after 3 s with whatever there is. */
export function loadCanvasFonts(fonts: FontFaceSet = document.fonts): Promise<void> {
  loading ??= Promise.race([
    Promise.all(Object.values(FACES).map((face) => fonts.load(`480 15px ${face}`))).then(() => undefined),
    new Promise<void>((resolve) => setTimeout(resolve, 3000)),
  ]).catch(() => undefined);
  return loading;
}
