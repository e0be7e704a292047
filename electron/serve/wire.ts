/**
 * The browser edition's wire, both ends: `POST /api/<method>` with the seat in a header.
 *
 * ```
 * call    = JSON array of arguments, in the body; or, when bytes travel, in `x-riffroom-arguments` (percent-encoded)
 *           and the bytes are the body
 * answer  = JSON; or, when bytes travel, JSON in `x-riffroom-answer` (percent-encoded) and the bytes are the body
 * files   = StartInfo and socket messages name a waiting file by `ticket`; `takeFile` fetches its bytes, once
 * socket  = /socket, subprotocols `riffroom`, `riffroom.t.<token>`, `riffroom.s.<seat>`; JSON OpenRequests, down only
 * ```
 * The client is renderer/shell/browserShell.ts; the contract suite runs over the real thing.
 */
export const argumentsHeader = 'x-riffroom-arguments';
export const answerHeader = 'x-riffroom-answer';
export const seatHeader = 'x-riffroom-seat';

/** The answer to a call: what goes as JSON, and the bytes beside it. */
export interface WireAnswer {
  readonly json: unknown;
  readonly bytes?: Uint8Array;
}
