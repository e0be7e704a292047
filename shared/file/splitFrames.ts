/** Bytes of a piece before the next one begins. Smaller would deflate worse, larger would lose more to a bad spot. */
const pieceSize = 256 * 1024;

const frameHeadBytes = 8;

/** Cuts framed records (`shared/log/journalRecord.ts`) into pieces at frame boundaries; views, not copies. */
export function splitFrames(records: Uint8Array, pieceBytes = pieceSize): Uint8Array[] {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  const pieces: Uint8Array[] = [];
  let start = 0;
  let at = 0;
  while (at < records.length) {
    // A torn tail stays in the last piece: its reader knows what to do with it.
    const next =
      at + frameHeadBytes <= records.length ? at + frameHeadBytes + view.getUint32(at, true) : records.length;
    at = Math.min(next, records.length);
    if (at - start >= pieceBytes || at === records.length) {
      pieces.push(records.subarray(start, at));
      start = at;
    }
  }
  return pieces;
}
