import decodeQR from 'qr/decode.js';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { QrCode } from '../../../renderer/share/QrCode.tsx';
import { encodeInvite, writeGuestLink } from '../../../shared/circle/invite.ts';

/** Pixels a module, as a camera sees it from not too far. */
const scale = 3;

/** The picture that the SVG's path draws, black on white. */
function paint(svg: string): { width: number; height: number; data: Uint8ClampedArray } {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y, w] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(w)) * scale; column++)
        data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
  return { width: size, height: size, data };
}

it('a camera reads the longest link out of its code', () => {
  const addresses = Array.from({ length: 8 }, (_, i) => `http://[2001:db8::${i}:1234:5678:9abc]:47${i}8`);
  const invite = encodeInvite({
    jam: 'AbCdEfGhIjKlMnOpQrStUv',
    secret: new Uint8Array(32).map((_, i) => i * 7),
    host: new Uint8Array(16).map((_, i) => i * 13),
    expires: 2_000_000_000_000,
    addresses,
  });
  const link = writeGuestLink(addresses[0] ?? '', invite);
  const svg = renderToStaticMarkup(createElement(QrCode, { text: link, label: 'The link as a QR code' }));
  expect(svg).toContain('aria-label="The link as a QR code"');
  expect(decodeQR(paint(svg))).toBe(link);
});
