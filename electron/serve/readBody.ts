import type { IncomingMessage } from 'node:http';

/** The body, or null when it is longer than `limit`: then nothing more of it is read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  const claimed = Number(request.headers['content-length'] ?? 0);
  if (claimed > limit) return null;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limit) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
