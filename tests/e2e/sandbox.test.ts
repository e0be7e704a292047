import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launchApp, rendererSeccomp } from '../support/launchApp.ts';

const FILTERED = 2;

describe('the window', () => {
  it.runIf(process.platform === 'linux')(
    'is drawn by a process that the kernel holds in a sandbox',
    async () => {
      const profile = mkdtempSync(join(tmpdir(), 'riffroom-e2e-'));
      const running = await launchApp({ profile });
      try {
        const modes = rendererSeccomp(running);
        expect(modes.length).toBeGreaterThan(0);
        expect(modes.every((mode) => mode === FILTERED)).toBe(true);
      } finally {
        await running.close();
        rmSync(profile, { recursive: true, force: true });
      }
    },
  );

  it('has a page without Node, behind a strict policy', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'riffroom-e2e-'));
    const running = await launchApp({ profile });
    try {
      const reach = await running.page.evaluate(async () => {
        // What a debugger evaluates may compile text; what the page does a moment later may not.
        await new Promise((later) => setTimeout(later, 0));
        let compiled = 'allowed';
        try {
          new Function('return 1')();
        } catch {
          compiled = 'refused';
        }
        return {
          compiled,
          node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
        };
      });
      expect(reach).toEqual({ node: [], compiled: 'refused' });
    } finally {
      await running.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
});
