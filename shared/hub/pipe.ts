/** One socket as the hub sees it, whatever carries it. Nothing here throws, also after the end. */
export interface Pipe {
  send(message: string | Uint8Array): void;
  /** Bytes that were sent and are not yet with the system. */
  buffered(): number;
  /** Nothing more is read until `resume`; a few messages that were read already may still be heard. */
  pause(): void;
  resume(): void;
  close(): void;
}

/** What a socket tells the hub. */
export interface Ears {
  heard(message: string | Uint8Array): void;
  /** Something that was sent is with the system: `buffered` may have fallen. */
  written(): void;
  /** The end, told once; nothing is heard after it. */
  closed(): void;
}

/** Who is at the other end of a socket. */
export interface Visitor {
  /** A page of this very app, which showed its token. */
  readonly own: boolean;
  /** The network address it comes from, without port. */
  readonly remote: string;
}

/** Runs later, once; answers the way to call it off. */
export type Schedule = (ms: number, run: () => void) => () => void;

/** For a socket that is being closed. */
export const deafEars: Ears = {
  heard: () => undefined,
  written: () => undefined,
  closed: () => undefined,
};
