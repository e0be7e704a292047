/** The small drawings of a sheet's foot (Lucide, ISC), as path data that painter and card share. On a field of 24. */

export type SignName = 'comments' | 'lock' | 'circle-help' | 'triangle-alert' | 'lightbulb' | 'flag';

export const SIGNS: Readonly<Record<SignName, string>> = {
  comments:
    'M22 17a2 2 0 0 1-2 2H6.8a2 2 0 0 0-1.4.6l-2.2 2.2A.7.7 0 0 1 2 21.3V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z',
  lock: 'M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM7 11V7a5 5 0 0 1 10 0v4',
  'circle-help': 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17h.01',
  'triangle-alert': 'm21.7 18-8-14a2 2 0 0 0-3.5 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.7-3M12 9v4M12 17h.01',
  lightbulb:
    'M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5M9 18h6M10 22h4',
  flag: 'M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.3 2q2 0 3.1-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.5',
};

export const SIGN_STROKE = 2;

export function isSign(name: string | null): name is SignName {
  return name !== null && name in SIGNS;
}

const paths = new Map<SignName, Path2D>();

export function signPath(name: SignName): Path2D {
  let path = paths.get(name);
  if (path === undefined) {
    path = new Path2D(SIGNS[name]);
    paths.set(name, path);
  }
  return path;
}
