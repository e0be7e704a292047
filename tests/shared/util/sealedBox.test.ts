import { expect, it } from 'vitest';
import { createSeededContext } from '../../../shared/util/context.ts';
import { boxPair, openBox, sealBox } from '../../../shared/util/sealedBox.ts';

const context = createSeededContext(7);
const pair = boxPair(context.randomBytes(32));
const message = context.randomBytes(1_024);

it('opens for whom it was sealed to', () => {
  expect(openBox(pair, sealBox(pair.publicKey, message, context.randomBytes))).toEqual(message);
});

it('stays shut for everybody else', () => {
  const other = boxPair(context.randomBytes(32));
  expect(openBox(other, sealBox(pair.publicKey, message, context.randomBytes))).toBeNull();
});

it('stays shut when a bit was turned, anywhere, or its end is missing', () => {
  const box = sealBox(pair.publicKey, message, context.randomBytes);
  for (const at of [0, 31, 32, 500, box.length - 1]) {
    const turned = Uint8Array.from(box);
    turned[at] = (turned[at] ?? 0) ^ 1;
    expect(openBox(pair, turned)).toBeNull();
  }
  for (const length of [0, 31, 47, box.length - 1]) expect(openBox(pair, box.subarray(0, length))).toBeNull();
});

it('looks different each time', () => {
  const [a, b] = [0, 1].map(() => sealBox(pair.publicKey, message, context.randomBytes));
  expect(a).not.toEqual(b);
});
