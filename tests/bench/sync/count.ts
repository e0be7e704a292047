/** Counts what leaves this page, by wrapping what every way has to go through. Install it before anything connects. */

export interface Traffic {
  frames: number;
  bytes: number;
  /** Of ours: frames that carry records, and heartbeats. */
  records: number;
  beats: number;
}

const recordsKind = 6;
const beatKind = 3;

export function countTraffic(): Traffic {
  const traffic: Traffic = { frames: 0, bytes: 0, records: 0, beats: 0 };
  const add = (data: unknown): void => {
    const bytes = asBytes(data);
    traffic.frames += 1;
    traffic.bytes += bytes?.length ?? String(data).length;
    if (bytes?.[0] === 0 && bytes[1] === recordsKind) traffic.records += 1;
    if (bytes?.[0] === 0 && bytes[1] === beatKind) traffic.beats += 1;
  };
  const send = RTCDataChannel.prototype.send as (this: RTCDataChannel, data: unknown) => void;
  RTCDataChannel.prototype.send = function counted(this: RTCDataChannel, data: unknown): void {
    add(data);
    send.call(this, data);
  };
  const Socket = globalThis.WebSocket;
  globalThis.WebSocket = class Counted extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      // Hubs introduce peers and are counted by nobody.
      if (!this.url.includes('hocuspocus')) return;
      this.addEventListener('message', ({ data }) => add(data));
      const post = this.send.bind(this);
      this.send = (data) => {
        add(data);
        post(data);
      };
    }
  };
  return traffic;
}

function asBytes(data: unknown): Uint8Array | null {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : null;
}
