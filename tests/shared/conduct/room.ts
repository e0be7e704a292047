/** Laptops with a conductor each, in a room without a network: what one appends reaches the others after a moment. */

import type { Conductor } from '../../../shared/conduct/conductor.ts';
import { createConductor } from '../../../shared/conduct/createConductor.ts';
import { NOTHING_PRIVATE, type PrivatePart } from '../../../shared/conduct/privatePart.ts';
import { createJam } from '../../../shared/jam/createJam.ts';
import type { LogRecord } from '../../../shared/log/journalRecord.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import { toBase64Url } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { type BoxPair, boxPair } from '../../../shared/util/sealedBox.ts';
import { createVirtualClock, type VirtualClock } from '../../simulation/virtualClock.ts';

export interface Seat {
  readonly name: string;
  readonly jam: ReturnType<typeof createJam>;
  readonly conductor: Conductor;
  readonly device: DeviceId;
  /** What this device opens boxes with. */
  readonly box: BoxPair;
  /** Here, and reached by the others. */
  present: boolean;
  /** Of a network that fell apart: only those of one side reach each other. */
  side: number;
  /** Every byte that came from the others. */
  readonly heard: LogRecord[];
  kept: PrivatePart;
  /** The app is closed and opened again: what it saw is forgotten, what it kept is not. */
  reopen(): void;
}

export interface Room {
  readonly clock: VirtualClock;
  readonly seats: readonly Seat[];
  /** Somebody comes back, or comes anew: hears what they missed, tells what they have. */
  meet(seat: Seat): void;
  /** Somebody who was never here before. */
  come(name: string): Seat;
}

const DELAY = 20;

export function openRoom(names: readonly string[], seed = 1): Room {
  const clock = createVirtualClock();
  const seats: Seat[] = [];
  const reaches = (from: Seat, to: Seat): boolean => from.present && to.present && from.side === to.side;
  const deliver = (from: Seat, records: readonly LogRecord[]): void => {
    for (const to of seats) {
      if (to === from || !reaches(from, to)) continue;
      clock.schedule(DELAY, () => {
        if (!reaches(from, to)) return;
        to.heard.push(...records);
        to.jam.merge(records);
      });
    }
  };
  const sit = (name: string): Seat => {
    const context = { ...createSeededContext(seed * 1_000 + seats.length), now: clock.now };
    const owner = { device: context.randomBytes(32), memberId: name, memberName: name };
    const jam = createJam({ id: 'jam', owner, context, schedule: clock.schedule });
    const box = boxPair(context.randomBytes(32));
    const seat: Seat = {
      name,
      jam,
      device: toBase64Url(owner.device),
      box,
      present: true,
      side: 0,
      heard: [],
      kept: NOTHING_PRIVATE,
      conductor: undefined as never,
      reopen: () => {
        seat.conductor?.dispose();
        Object.assign(seat, { conductor: open() });
      },
    };
    seats.push(seat);
    if (seats.length === 1) jam.run('jam.start', { challenge: 'Why?', name });
    const open = (): Conductor =>
      createConductor({
        jam,
        device: seat.device,
        context,
        schedule: clock.schedule,
        steady: clock.now,
        box,
        here: () =>
          seat.present ? seats.filter((one) => reaches(seat, one)).map((one) => one.name) : [name],
        privates: {
          get: () => seat.kept,
          set: (part) => {
            seat.kept = part;
          },
        },
      });
    seat.reopen();
    let told = 0;
    jam.log.onRecords(() => {
      const own = jam.log.records().filter(({ session }) => session === jam.session.key);
      const fresh = own.slice(told);
      told = own.length;
      if (fresh.length > 0) deliver(seat, fresh);
    });
    return seat;
  };
  const meet = (seat: Seat): void => {
    seat.present = true;
    for (const other of seats) {
      if (other === seat || !reaches(seat, other)) continue;
      const theirs = other.jam.records();
      seat.heard.push(...theirs);
      seat.jam.merge(theirs);
      other.jam.merge(seat.jam.records());
    }
  };
  const come = (name: string): Seat => {
    const seat = sit(name);
    meet(seat);
    seat.jam.run('member.set', { name });
    return seat;
  };
  for (const name of names.slice(0, 1)) sit(name);
  for (const name of names.slice(1)) come(name);
  return { clock, seats, meet, come };
}
