import { element } from './svgMarkup.ts';

/** The foot's drawings on a 24 grid; shapes after Lucide (ISC licence). By the names in the kinds' registry. */
const paths: Readonly<Record<string, string>> = {
  'circle-help': 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17h.01',
  'triangle-alert': 'M12 3 2 21h20zM12 10v4M12 17.5h.01',
  lightbulb: 'M15 14c.2-1 .7-1.7 1.5-2.5A6 6 0 1 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5M9 18h6M10 22h4',
  flag: 'M4 22V4s1-1 4-1 5 2 8 2 4-1 4-1v10s-1 1-4 1-5-2-8-2-4 1-4 1',
  comment: 'M22 17a2 2 0 0 1-2 2H7l-5 3V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z',
};

export const SIGN_SIZE = 13;

/** `at` is the drawing's top left; empty for a sign that is not known. */
export function sign(name: string, x: number, y: number, colour: string): string {
  const d = paths[name];
  if (d === undefined) return '';
  const scale = SIGN_SIZE / 24;
  return element('path', {
    d,
    class: 'sign',
    stroke: colour,
    transform: `translate(${x} ${y}) scale(${scale.toFixed(4)})`,
  });
}
