/** Sizes in bytes, times in milliseconds. What of them an honest peer meets it meets by far. */
import { maxEnvelopeBytes } from '../log/limits.ts';

/** Larger ones stall or close data channels of some engines. */
export const maxFrameBytes = 16 * 1024;
/** What sealing adds to a frame: the tag of ChaCha20-Poly1305. */
export const sealBytes = 16;

/** What may wait inside a carrier. Above it SCTP stalls for seconds. */
export const highWaterBytes = 128 * 1024;

/** Of what somebody lacks, this much goes at once; a single larger envelope goes alone. */
export const sliceBytes = 256 * 1024;

/** The longest message: one envelope of the largest size and what stands around it. */
export const maxMessageBytes = maxEnvelopeBytes + 1024;

/** Before the other side has proved anything. */
export const maxProofBytes = 1024;

/** Some 50 bytes a session, and each start of the app in which something is written is one: room for 75,000. */
export const maxHeadsBytes = 4 * 1024 * 1024;
export const maxPresenceBytes = 4096;
export const maxCursorBytes = 64;

/** Small messages that wait for a reader. Whoever lets more pile up has stopped reading. */
export const maxWaitingBytes = 4 * 1024 * 1024;

/** A cursor is not worth waiting behind more than this. */
export const looseHighWaterBytes = 64 * 1024;

export const beatMs = 2000;
/** After something has arrived, the other side hears within this time that it is kept. */
export const receiptMs = 1000;
export const silentMs = 4000;
export const deadMs = 8000;
/** Whoever slept gets this long to hear the other side again. */
export const wakeMs = 3000;
export const openWithinMs = 20_000;

/** Two that differ for so long compare heads again. */
export const compareMs = 15_000;
/** A stream that brings nothing for so long is given up for another's. */
export const stallMs = 10_000;

/** What is on its way to one peer and not confirmed is remembered so far back; heads tell of the rest. */
export const maxUnconfirmed = 10_000;

/** Refused records after which a link is closed. */
export const maxRefused = 100;
/** A presence’s clock grows by no more between two messages, and one a second. */
export const maxClockStep = 1000;
