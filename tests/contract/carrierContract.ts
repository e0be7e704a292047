/** What every Carrier promises, whatever carries it. Each implementation's test file calls this with a way to make two ends. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Carrier, CarrierListener } from '../../shared/link/carrier.ts';
import { highWaterBytes, maxFrameBytes } from '../../shared/link/limits.ts';
import { createSendQueue } from '../../shared/link/sendQueue.ts';

export interface CarrierHouse {
  /** Both ends of an open carrier that nobody listens to yet. */
  open(): Promise<readonly [Carrier, Carrier]>;
  end(): Promise<void>;
}

export const schedule = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Everything that one end hears, and a promise for the moment in which something holds. */
function listenTo(carrier: Carrier) {
  const heard = { frames: [] as Uint8Array[], loose: [] as Uint8Array[], drained: 0, closed: 0 };
  const listener: CarrierListener = {
    frame: (bytes) => void heard.frames.push(bytes.slice()),
    loose: (bytes) => void heard.loose.push(bytes.slice()),
    drained() {
      heard.drained += 1;
    },
    closed() {
      heard.closed += 1;
    },
  };
  carrier.listen(listener);
  return heard;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((done) => setTimeout(done, 5));
}

const numbered = (number: number, length: number): Uint8Array => {
  const bytes = new Uint8Array(length).fill(number & 0xff);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
};

export function describeCarrier(name: string, build: () => Promise<CarrierHouse>): void {
  describe(`the carrier: ${name}`, () => {
    let house: CarrierHouse;
    let alice: Carrier;
    let bob: Carrier;

    beforeEach(async () => {
      house = await build();
      [alice, bob] = await house.open();
    });
    afterEach(() => house.end());

    it('gives the two ends different parts, and bindings that cross over', () => {
      expect(new Set([alice.role, bob.role])).toEqual(new Set(['offerer', 'answerer']));
      expect(alice.binding.own.length).toBeGreaterThanOrEqual(1);
      expect(alice.binding.own).toEqual(bob.binding.theirs);
      expect(alice.binding.theirs).toEqual(bob.binding.own);
      expect(alice.binding.own).not.toEqual(alice.binding.theirs);
      expect(alice.way).toBe(bob.way);
    });

    it('carries frames of every allowed size, all and in order, both ways at once', async () => {
      const [atAlice, atBob] = [listenTo(alice), listenTo(bob)];
      const sizes = [4, 5, 100, 1000, maxFrameBytes];
      const frames = Array.from({ length: 200 }, (_, i) => numbered(i, sizes[i % sizes.length] ?? 4));
      for (const frame of frames) {
        alice.send(frame);
        bob.send(frame);
        await until(() => Math.max(alice.buffered, bob.buffered) < highWaterBytes);
      }
      await until(() => atAlice.frames.length >= frames.length && atBob.frames.length >= frames.length);
      expect(atBob.frames).toEqual(frames);
      expect(atAlice.frames).toEqual(frames);
    });

    it('keeps what comes before anybody listens', async () => {
      alice.send(numbered(1, 4));
      await new Promise((done) => setTimeout(done, 50));
      const heard = listenTo(bob);
      await until(() => heard.frames.length > 0);
      expect(heard.frames).toEqual([numbered(1, 4)]);
    });

    it('carries loose messages whole, or not at all, and apart from frames', async () => {
      listenTo(alice);
      const heard = listenTo(bob);
      for (let i = 0; heard.loose.length < 10; i++) {
        alice.sendLoose(numbered(i, 16));
        await new Promise((done) => setTimeout(done, 2));
      }
      expect(heard.frames).toEqual([]);
      for (const bytes of heard.loose)
        expect(bytes).toEqual(numbered(new DataView(bytes.buffer).getUint32(0), 16));
    });

    it('takes eight megabytes without piling them up', async () => {
      listenTo(alice);
      const heard = listenTo(bob);
      let most = 0;
      const queue = createSendQueue(
        {
          get buffered() {
            return alice.buffered;
          },
          send(frame) {
            alice.send(frame);
            most = Math.max(most, alice.buffered);
          },
        },
        schedule,
        () => undefined,
      );
      const total = 8 * 1024 * 1024;
      queue.pushBulk(new Uint8Array(total));
      const arrived = (): number => heard.frames.reduce((sum, { length }) => sum + length, 0);
      await until(() => arrived() >= total);
      expect(most).toBeLessThan(highWaterBytes + 2 * maxFrameBytes);
      queue.close();
    });

    it('tells both ends once that it has closed, after what was sent before', async () => {
      const [atAlice, atBob] = [listenTo(alice), listenTo(bob)];
      alice.send(numbered(7, 1000));
      alice.close();
      alice.close();
      alice.send(numbered(8, 4));
      alice.sendLoose(numbered(8, 4));
      await until(() => atBob.closed > 0 && atAlice.closed > 0);
      bob.close();
      bob.send(numbered(9, 4));
      await new Promise((done) => setTimeout(done, 50));
      expect([atAlice.closed, atBob.closed]).toEqual([1, 1]);
      expect(atBob.frames).toEqual([numbered(7, 1000)]);
      expect(atAlice.frames).toEqual([]);
    });
  });
}
