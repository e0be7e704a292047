/** The hub's three doors: WebSockets at `/hub`, `/relay` and `/hubs`, each with its own largest message. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Hub } from '../../shared/hub/hub.ts';
import { maxMessageLength, maxWrapLength } from '../../shared/hub/limits.ts';
import type { Ears, Pipe, Visitor } from '../../shared/hub/pipe.ts';
import { maxClientFrameBytes, maxHubFrameBytes } from '../../shared/hub/relayWire.ts';
import { attachPipe } from './socketPipe.ts';

export type HubDoor = 'hub' | 'relay' | 'hubs';

export interface HubSockets {
  /** Whoever may not come in was turned away before. */
  accept(door: HubDoor, request: IncomingMessage, socket: Duplex, head: Buffer, visitor: Visitor): void;
  close(): void;
}

const hubMessageBytes = Math.max(maxMessageLength + maxWrapLength, maxHubFrameBytes);
const maxPayloads: Readonly<Record<HubDoor, number>> = {
  hub: maxMessageLength,
  relay: maxClientFrameBytes,
  hubs: hubMessageBytes,
};
const pagePingMs = 10_000;
const hubPingMs = 3000;
const handshakeMs = 5000;

/** The door that a request's path and query name, with the token it shows; null: none. */
export function readDoor(url: string | undefined): { door: HubDoor; token: string | null } | null {
  const [, door, query] = /^\/(hub|relay|hubs)(?:\?([\w=&.-]{0,300}))?$/.exec(url ?? '') ?? [];
  return door === undefined ? null : { door: door as HubDoor, token: new URLSearchParams(query).get('t') };
}

export function createHubSockets(hub: Hub): HubSockets {
  const joins: Readonly<Record<HubDoor, (pipe: Pipe, visitor: Visitor) => Ears>> = {
    hub: hub.joinSignaling,
    relay: hub.joinRelay,
    hubs: hub.joinHubs,
  };
  const createDoor = (door: HubDoor): WebSocketServer =>
    new WebSocketServer({ noServer: true, maxPayload: maxPayloads[door] });
  const doors = { hub: createDoor('hub'), relay: createDoor('relay'), hubs: createDoor('hubs') };
  return {
    accept(door, request, socket, head, visitor) {
      doors[door].handleUpgrade(request, socket, head, (opened) =>
        attachPipe(opened, (pipe) => joins[door](pipe, visitor), door === 'hubs' ? hubPingMs : pagePingMs),
      );
    },
    close() {
      for (const door of Object.values(doors)) {
        for (const socket of door.clients) socket.terminate();
        door.close();
      }
    },
  };
}

/** Opens a socket to the hub at `http://host:port`; calls one of the two, once. */
export function dialHub(address: string, opened: (pipe: Pipe) => Ears, failed: () => void): void {
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/hubs`, {
    perMessageDeflate: false,
    maxPayload: hubMessageBytes,
    handshakeTimeout: handshakeMs,
  });
  const giveUp = (): void => failed();
  socket.once('close', giveUp);
  socket.on('error', () => undefined);
  socket.once('open', () => {
    socket.off('close', giveUp);
    attachPipe(socket, opened, hubPingMs);
  });
}

/** Before there is a WebSocket: one line of HTTP, then the end. */
export function turnAway(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
}
