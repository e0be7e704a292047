/**
 * Firefox as Playwright starts it, with an interpreter between the two: Debian's Firefox is older than what Playwright
 * speaks, and does not know how to emulate some things that no test here asks for. Such a command is answered with yes.
 */
import { spawn } from 'node:child_process';
import { type RawData, WebSocket, WebSocketServer } from 'ws';

const [, , program = '', ...args] = process.argv;
const firefox = spawn(program, args, { stdio: ['inherit', 'inherit', 'pipe'] });
firefox.on('exit', (code) => process.exit(code ?? 1));

const announced = /WebDriver BiDi listening on (ws:\/\/\S+)/;
firefox.stderr.on('data', (chunk) => {
  const address = announced.exec(String(chunk))?.[1];
  if (address === undefined) return void process.stderr.write(chunk);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
    const { port } = server.address() as { port: number };
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${port}\n`);
  });
  server.on('connection', (playwright, { url = '/session' }) => {
    const browser = new WebSocket(`${address}${url}`, { perMessageDeflate: false });
    const waiting: RawData[] = [];
    playwright.on('message', (data) => {
      if (browser.readyState === WebSocket.OPEN) browser.send(String(data));
      else waiting.push(data);
    });
    browser.on('open', () => {
      for (const data of waiting.splice(0)) browser.send(String(data));
    });
    browser.on('message', (data) => playwright.send(forgive(String(data))));
    browser.on('close', () => playwright.close());
    playwright.on('close', () => browser.close());
  });
});

function forgive(text: string): string {
  const { type, id, error, message } = JSON.parse(text) as Record<string, unknown>;
  const unknown = type === 'error' && error === 'unknown command' && String(message).startsWith('emulation.');
  return unknown ? JSON.stringify({ type: 'success', id, result: {} }) : text;
}
