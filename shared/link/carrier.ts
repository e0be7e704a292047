export type Way = 'direct' | 'relayed';
export type Role = 'offerer' | 'answerer';

/** What a carrier tells. Nothing is told after `closed`. */
export interface CarrierListener {
  frame(bytes: Uint8Array): void;
  loose(bytes: Uint8Array): void;
  /** Less waits inside the carrier than before; some engines forget to say so. */
  drained(): void;
  closed(): void;
}

/**
 * Carries frames between two devices: a data channel, a hub's relay, a test. It is handed over open and knows nothing
 * of what it carries. The contract is in tests/contract/carrierContract.ts.
 */
export interface Carrier {
  readonly way: Way;
  /** The two sides play different parts, so that nobody's proof can be sent back to them. */
  readonly role: Role;
  /** What ties a proof to this very path, as both ends know it: DTLS fingerprints, or relay addresses. */
  readonly binding: { readonly own: Uint8Array; readonly theirs: Uint8Array };
  /** Bytes taken by `send` that have not left yet. */
  readonly buffered: number;
  /** At most `maxFrameBytes`; all arrive, in order, or the carrier closes. Never throws; after closing it does nothing. */
  send(frame: Uint8Array): void;
  /** May be lost, and is dropped where more than `looseHighWaterBytes` wait. */
  sendLoose(bytes: Uint8Array): void;
  /** Called once. What has arrived before is told then. */
  listen(listener: CarrierListener): void;
  /** Both sides are told `closed`, once each. */
  close(): void;
}
