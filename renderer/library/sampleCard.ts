/** What the sample's poster says before anybody has opened it. */
import type { JamCard } from '../../shared/ipc/shell.ts';

export const SAMPLE_POSTER: Pick<JamCard, 'title' | 'challenge' | 'trees' | 'signature'> = {
  title: 'Forty Degrees',
  challenge: 'How might no one over 75 face the next heat wave alone at home?',
  trees: [
    [
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
      [3, 0, 0],
      [1, 1, 0],
      [1, 2, 0],
      [2, 2, 0],
    ],
    [
      [0, 0, 0],
      [1, 0, 1],
      [2, 0, 0],
      [1, 1, 1],
      [2, 1, 0],
    ],
    [
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
      [3, 0, 0],
      [1, 1, 0],
      [2, 1, 0],
      [1, 2, 0],
    ],
    [
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
      [1, 1, 0],
    ],
  ],
  signature: [
    0.14, 0.23, 0.22, 0.12, 0.23, 0.63, 0.42, 0.6, 0.31, 0.85, 0.68, 0.58, 0.55, 0.23, 0.12, 0.12, 0.3, 0.84,
    0.73, 0.96, 0.6, 0.52, 0.75, 0.83, 0.84, 0.65, 0.73, 0.51, 0.86, 0.56, 0.99, 0.35, 0.24, 0.25, 0.24, 0.44,
    0.23, 0.2, 0.22, 0.44, 0.3, 0.32, 0.22, 0.34, 0.17, 0.36, 0.32, 0.49,
  ],
};
