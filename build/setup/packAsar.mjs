/**
 * A minimal asar archive of a few flat files. Format: Chromium pickles; uint32 4, uint32 header size, then the header
 * pickle (uint32 payload size, uint32 length, JSON, padding to 4), then the files' bytes.
 * @param {Record<string, Uint8Array>} files
 */
export function packAsar(files) {
  const entries = {};
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    entries[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  const json = Buffer.from(JSON.stringify({ files: entries }));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(8 + padded, 4);
  head.writeUInt32LE(4 + padded, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  return Buffer.concat([head, ...Object.values(files)]);
}
