/** Calls to the browser edition's server, and its socket. The wire is described in electron/serve/wire.ts. */
import type { Answer } from '../../shared/ipc/shell.ts';
import type { PagePort } from './pagePort.ts';

export interface Reply {
  readonly json: unknown;
  readonly bytes: Uint8Array;
}

export interface ServerLink {
  call(method: string, args: readonly unknown[], bytes?: Uint8Array): Promise<Answer<Reply>>;
  /** From now on calls name this seat, and its socket is kept open. */
  sit(seat: string): void;
  /** What came before the first listener is kept for it. Returns the unsubscriber. */
  onMessage(listener: (message: unknown) => void): () => void;
  leave(): void;
}

/** Below this a call survives the page that made it (browsers allow 64 KiB in flight). */
const keepaliveBytes = 32 * 1024;
const firstPauseMs = 500;
const longestPauseMs = 10_000;

export function createServerLink(origin: string, token: string | null, port: PagePort): ServerLink {
  const listeners = new Set<(message: unknown) => void>();
  let early: unknown[] = [];
  let seat: string | null = null;
  let socket: WebSocket | null = null;
  let pause = firstPauseMs;
  let left = false;

  function connect(): void {
    if (left || seat === null) return;
    const mine = port.connect(`${origin.replace(/^http/, 'ws')}/socket`, [
      'riffroom',
      `riffroom.t.${token}`,
      `riffroom.s.${seat}`,
    ]);
    socket = mine;
    mine.onopen = () => {
      pause = firstPauseMs;
    };
    mine.onmessage = ({ data }) => {
      const message = typeof data === 'string' ? readJson(data) : undefined;
      if (message === undefined) return;
      if (listeners.size === 0) early.push(message);
      for (const listener of listeners) listener(message);
    };
    // Said again, and handled, as a close.
    mine.onerror = () => undefined;
    mine.onclose = () => {
      if (socket !== mine) return;
      setTimeout(connect, pause);
      pause = Math.min(longestPauseMs, pause * 2);
    };
  }

  return {
    async call(method, args, bytes) {
      if (token === null) return noToken;
      const headers: Record<string, string> = { authorization: `Bearer ${token}` };
      if (seat !== null) headers['x-riffroom-seat'] = seat;
      const text = JSON.stringify(args);
      if (bytes) headers['x-riffroom-arguments'] = encodeURIComponent(text);
      const body = bytes ? new Uint8Array(bytes) : text;
      const keepalive = body.length < keepaliveBytes;
      try {
        const response = await port.fetch(`${origin}/api/${method}`, {
          method: 'POST',
          headers,
          body,
          keepalive,
        });
        return await readReply(response);
      } catch {
        return unreachable;
      }
    },
    sit(name) {
      seat = name;
      connect();
    },
    onMessage(listener) {
      listeners.add(listener);
      const kept = early;
      early = [];
      for (const message of kept) listener(message);
      return () => {
        listeners.delete(listener);
      };
    },
    leave() {
      left = true;
      socket?.close();
    },
  };
}

async function readReply(response: Response): Promise<Answer<Reply>> {
  const aside = response.headers.get('x-riffroom-answer');
  if (response.ok && aside !== null) {
    return {
      ok: true,
      value: {
        json: readJson(decodeURIComponent(aside)),
        bytes: new Uint8Array(await response.arrayBuffer()),
      },
    };
  }
  const text = await response.text();
  const json = readJson(text);
  if (response.ok) return { ok: true, value: { json, bytes: new Uint8Array() } };
  if (isRefusal(json)) return json;
  return { ok: false, code: `http-${response.status}`, sentence: text.trim().slice(0, 300) };
}

function isRefusal(json: unknown): json is { ok: false; code: string; sentence: string } {
  return typeof json === 'object' && json !== null && 'sentence' in json && 'ok' in json && json.ok === false;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const noToken = {
  ok: false,
  code: 'no-token',
  sentence: 'Open Riffroom with the whole address that it printed, including what stands behind #.',
} as const;

const unreachable = {
  ok: false,
  code: 'unreachable',
  sentence: 'Riffroom on this computer does not answer. Start it again; what was kept before is untouched.',
} as const;
