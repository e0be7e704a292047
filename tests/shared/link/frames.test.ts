import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrameReader, framePart, frameSmall, maxSmallBytes } from '../../../shared/link/frames.ts';
import { highWaterBytes, maxFrameBytes, maxWaitingBytes } from '../../../shared/link/limits.ts';
import { createSendQueue } from '../../../shared/link/sendQueue.ts';
import { createVirtualClock } from '../../simulation/virtualClock.ts';

const unlimited = () => 100_000_000;

function partsOf(message: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let from = 0; from < message.length; ) {
    const { frame, next } = framePart(message, from);
    frames.push(frame);
    from = next;
  }
  return frames;
}

describe('frames', () => {
  it('carry messages of any length, small ones between the parts of a long one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.array(fc.nat(7)), (length, places) => {
        const long = Uint8Array.from({ length }, (_, i) => i % 251);
        const frames = partsOf(long);
        const small = Uint8Array.of(9, 9);
        for (const place of places) frames.splice(Math.min(place, frames.length), 0, frameSmall(small));
        const reader = createFrameReader(unlimited);
        const messages = frames.flatMap((frame) => {
          expect(frame.length).toBeLessThanOrEqual(maxFrameBytes);
          return reader.read(frame) ?? [];
        });
        expect(messages.filter((message) => message.length === length && length !== 2)).toEqual(
          length === 2 ? [] : [long],
        );
        expect(messages).toHaveLength(places.length + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('are refused when malformed, and never take memory for what is only claimed', () => {
    const claim = Uint8Array.of(1, 255, 255, 255, 127, 6, 1);
    const garbage: Uint8Array[][] = [
      [new Uint8Array(0)],
      [Uint8Array.of(0)],
      [new Uint8Array(maxFrameBytes + 1)],
      [Uint8Array.of(7, 1, 1)],
      [Uint8Array.of(2, 1)],
      [Uint8Array.of(1, 9, 0)],
      [claim],
      [Uint8Array.of(1, 3, 0, 0, 0, 6, 1), Uint8Array.of(1, 3, 0, 0, 0, 6, 1)],
      [Uint8Array.of(1, 3, 0, 0, 0, 6, 1), Uint8Array.of(2, 1, 1)],
    ];
    for (const frames of garbage) {
      const reader = createFrameReader(() => 1000);
      expect(() => frames.forEach((frame) => void reader.read(frame)), frames.join(' / ')).toThrow(
        RangeError,
      );
    }
  });

  it('bring any bytes to an answer or a RangeError', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (frames) => {
        const reader = createFrameReader(() => 100);
        try {
          for (const frame of frames) reader.read(frame);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});

describe('the send queue', () => {
  function createSink() {
    const sent: Uint8Array[] = [];
    const sink = {
      sent,
      buffered: 0,
      send(frame: Uint8Array) {
        sent.push(frame);
        sink.buffered += frame.length;
      },
    };
    return sink;
  }

  it('stops at the high-water mark and goes on by polling, when nobody tells that it drained', async () => {
    const clock = createVirtualClock();
    const sink = createSink();
    const queue = createSendQueue(sink, clock.schedule, () => undefined);
    queue.pushBulk(new Uint8Array(1_000_000));
    expect(sink.buffered).toBeGreaterThanOrEqual(highWaterBytes);
    expect(sink.buffered).toBeLessThan(highWaterBytes + maxFrameBytes);
    const before = sink.sent.length;
    sink.buffered = 0;
    await clock.pass(50);
    expect(sink.sent.length).toBeGreaterThan(before);
  });

  it('sends what is small before what is long, and asks for more when nothing waits', () => {
    const clock = createVirtualClock();
    const sink = createSink();
    let asked = 0;
    const queue = createSendQueue(sink, clock.schedule, () => {
      asked += 1;
    });
    queue.pushBulk(new Uint8Array(500_000));
    queue.push(Uint8Array.of(7));
    sink.buffered = 0;
    sink.sent.length = 0;
    queue.pump();
    expect([...(sink.sent[0] ?? [])]).toEqual([0, 7]);
    expect(asked).toBe(0);
    for (let i = 0; i < 5; i++) {
      sink.buffered = 0;
      queue.pump();
    }
    expect(asked).toBe(1);
    expect(queue.waiting).toBe(0);
  });

  it('says when somebody has stopped reading', () => {
    const clock = createVirtualClock();
    const sink = createSink();
    const queue = createSendQueue(sink, clock.schedule, () => undefined);
    let pushed = 0;
    while (queue.push(new Uint8Array(maxSmallBytes))) pushed += maxSmallBytes;
    expect(pushed).toBeGreaterThan(maxWaitingBytes / 2);
    expect(pushed).toBeLessThan(maxWaitingBytes + 2 * highWaterBytes);
  });
});
