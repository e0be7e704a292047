/** The least of a hub: y-webrtc's signalling and the relay, as the real one speaks them, and nothing it checks. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface SmallHub {
  readonly signaling: string;
  readonly relay: string;
  /** Passes nothing on any more, or again; nobody is told. */
  mute(isMuted: boolean): void;
  /** Every socket is closed from this side, as when a hub ends; new ones are taken. */
  drop(): void;
  end(): Promise<void>;
}

export async function startSmallHub(): Promise<SmallHub> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const topics = new Map<WebSocket, Set<string>>();
  const relayed = new Map<string, WebSocket>();
  let isMuted = false;

  const signal = (socket: WebSocket, text: string): void => {
    const message = JSON.parse(text);
    const own = topics.get(socket) ?? new Set();
    if (message.type === 'subscribe') for (const topic of message.topics) own.add(topic);
    if (message.type === 'unsubscribe') for (const topic of message.topics) own.delete(topic);
    if (message.type === 'ping') socket.send('{"type":"pong"}');
    if (message.type !== 'publish' || isMuted) return;
    for (const [other, theirs] of topics) if (other !== socket && theirs.has(message.topic)) other.send(text);
  };
  const relay = (address: Buffer, bytes: Buffer): void => {
    const to = bytes.subarray(0, 16).toString('base64url');
    const from = relayed.get(address.toString('base64url'));
    if (isMuted) return;
    if (relayed.has(to)) relayed.get(to)?.send(Buffer.concat([address, bytes.subarray(16)]));
    else from?.send(JSON.stringify({ gone: to }));
  };

  sockets.on('connection', (socket, { url }) => {
    if (url?.startsWith('/hub')) {
      topics.set(socket, new Set());
      socket.on('message', (data) => signal(socket, String(data)));
      socket.on('close', () => topics.delete(socket));
      return;
    }
    const address = randomBytes(16);
    relayed.set(address.toString('base64url'), socket);
    socket.on('message', (data) => relay(address, data as Buffer));
    socket.on('close', () => relayed.delete(address.toString('base64url')));
    socket.send(JSON.stringify({ address: address.toString('base64url') }));
  });

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    signaling: `ws://127.0.0.1:${port}/hub`,
    relay: `ws://127.0.0.1:${port}/relay`,
    mute(muted) {
      isMuted = muted;
    },
    drop() {
      for (const socket of sockets.clients) socket.terminate();
    },
    end() {
      for (const socket of sockets.clients) socket.terminate();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
