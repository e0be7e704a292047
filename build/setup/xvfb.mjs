/** A display of our own for tests. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Trouble } from './say.mjs';

/**
 * Without -noreset about one start in six is lost when windows start together.
 * @returns {Promise<{display: string, stop(): void}>}
 */
export function startXvfb(program = '/usr/bin/Xvfb') {
  if (!existsSync(program)) throw new Trouble('Xvfb is not installed: apt-get install xvfb');
  return new Promise((resolve, reject) => {
    const server = spawn(
      program,
      ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-noreset', '-nolisten', 'tcp'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    );
    let said = '';
    server.stdio[3].on('data', (chunk) => {
      said += chunk;
      if (said.includes('\n')) resolve({ display: `:${said.trim()}`, stop: () => server.kill() });
    });
    server.on('exit', (code) => reject(new Trouble(`Xvfb stopped before it was ready (${code}).`)));
  });
}
