import { defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './tests/support/closingLine.ts';

/** Inlined, so that `vi.resetModules` gives each peer of a test a y-webrtc of its own: it keeps rooms in its module. */
const ownPerPeer = { deps: { inline: ['y-webrtc', 'lib0', 'y-protocols'] } };

const displays = (process.env['RIFFROOM_DISPLAYS'] ?? 'own').split(' ');

/** Run at two lengths (tests/support/atLength.ts): the short one is a unit test, the long one heavy. */
const atTwoLengths = [
  'tests/shared/conduct/{session,vote}.test.ts',
  'tests/shared/jam/{callNumbers,convergence,undo}.test.ts',
  'tests/renderer/session/loadJam.test.ts',
];

/**
 * Four projects: `unit` (fast, in `npm run check`), `e2e` (the built app, real WebRTC), and for `npm run test:all` `heavy` (long
 * runs) and `lan` (laptops in a room).
 */
export default defineConfig({
  test: {
    reporters: [new ClosingLineReporter(), 'default'],
    projects: [
      {
        test: {
          name: 'unit',
          provide: { length: 'short' },
          server: ownPerPeer,
          environment: 'node',
          // One process for all files, which load what they share once: a test leaves nothing behind in it.
          isolate: false,
          // No test asserts a time: a busy machine is no failure, only what hangs is.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/heavy/**', 'tests/lan/**', 'tests/bare/**'],
        },
      },
      {
        test: {
          name: 'e2e',
          server: ownPerPeer,
          // After the unit tests: windows that share two cores with them would be slow to answer.
          sequence: { groupOrder: 1 },
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          // One file on each display that build/test.mjs has started, and on one's own desktop one at a time.
          maxWorkers: displays.length,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'heavy',
          provide: { length: 'long' },
          server: ownPerPeer,
          environment: 'node',
          include: ['tests/heavy/**/*.test.ts', ...atTwoLengths],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'lan',
          sequence: { groupOrder: 2 },
          environment: 'node',
          include: ['tests/lan/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
