/** One square picture, PNG encoded. `size` in pixels. */
export interface IconPicture {
  readonly size: number;
  readonly png: Uint8Array;
}

/**
 * A Windows icon: a directory of PNG pictures (allowed since Windows Vista). Sizes up to 256; 256 is written as 0.
 * Format: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
 */
export function packIco(pictures: readonly IconPicture[]): Uint8Array {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    if (size > 256) throw new RangeError(`A Windows icon holds at most 256 pixels, not ${size}.`);
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Which entry of an Apple icon holds which pixels, as PNG: plain and for screens of double density. */
const icnsTypes: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** An Apple icon: a magic word, the length of all, then blocks of type, length and PNG. Other sizes are refused. */
export function packIcns(pictures: readonly IconPicture[]): Uint8Array {
  const blocks = pictures.flatMap(({ size, png }) => {
    const types = icnsTypes[size];
    if (types === undefined) throw new RangeError(`An Apple icon has no place for ${size} pixels.`);
    return types.map((type) => block(type, png));
  });
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + bytes.length, 4);
  return Buffer.concat([head, bytes]);
}
