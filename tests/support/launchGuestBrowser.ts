/** A guest's browser: Chromium, or Debian's Firefox. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, firefox } from 'playwright-core';
import { CHROMIUM } from './launchBrowserEdition.ts';

export const FIREFOX = '/usr/bin/firefox-esr';
export type Guest = 'chromium' | 'firefox';

/** `folder`: what is needed to start Firefox is put there. */
export function launchGuestBrowser(kind: Guest, folder: string): Promise<Browser> {
  return kind === 'chromium'
    ? chromium.launch(CHROMIUM)
    : firefox.launch({ channel: 'moz-firefox', executablePath: interpretedFirefox(folder) });
}

/** A program in this folder that Playwright can start. */
function interpretedFirefox(folder: string): string {
  const program = join(folder, 'firefox');
  const interpreter = join(import.meta.dirname, 'firefoxProcess.ts');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${interpreter}" ${FIREFOX} "$@"\n`, {
    mode: 0o755,
  });
  return program;
}
