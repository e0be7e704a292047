/** The sealed vote among laptops: what nobody can know before the close, and that everybody gets the same count. */
import { describe, expect, it } from 'vitest';
import { openDots, openRunSeal } from '../../../shared/conduct/voteSeal.ts';
import type { Run } from '../../../shared/model/course.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import { ballotsOf } from '../../../shared/phases/course.ts';
import { countLate, type Dots, refuseDots } from '../../../shared/phases/tally.ts';
import { riffSession } from '../../../shared/templates/riffSession.ts';
import { planTemplate } from '../../../shared/templates/template.ts';
import { fromBase64Url, fromUtf8 } from '../../../shared/util/bytes.ts';
import { openBox } from '../../../shared/util/sealedBox.ts';
import { atLength } from '../../support/atLength.ts';
import { createDice } from '../../support/threePeople.ts';
import { openRoom, type Room, type Seat } from './room.ts';

const IDEAS = 4;

interface Vote extends Room {
  readonly host: Seat;
  readonly run: Run;
  readonly list: readonly IdeaId[];
}

/** A room in which a vote was just opened on a few ideas. One person may be named twice: on two devices. */
async function openVote(names: readonly string[], seed = 1): Promise<Vote> {
  const room = openRoom(names, seed);
  const { clock, seats } = room;
  const [host] = seats as readonly [Seat, ...Seat[]];
  host.conductor.load('riff-session', planTemplate(riffSession, names.length));
  await clock.pass(1_000);
  const phase = (kind: string): string =>
    host.conductor.course().phases.find((one) => one.kind === kind)?.id ?? '';
  host.conductor.start(phase('riff'));
  const place = { board: 'main', group: null, x: 0, y: 0, auto: true };
  const ideas = Array.from({ length: IDEAS }, (_, i) => {
    const added = host.jam.run('idea.add', { place, text: `idea ${i}` });
    return added.ok ? added.value.idea : '';
  });
  await clock.pass(1_000);
  host.conductor.start(phase('nominate'));
  await clock.pass(1_000);
  for (const [i, idea] of ideas.entries()) {
    seats[i % seats.length]?.jam.run('nominee.set', { idea, named: true });
    await clock.pass(100);
  }
  expect(host.conductor.start(phase('vote'))).toMatchObject({ ok: true });
  await clock.pass(1_000);
  const run = host.conductor.course().current as Run;
  return { ...room, host, run, list: run.list };
}

const closeOf = ({ conductor }: Seat, { id }: Run) => conductor.course().closes.get(id);
const seatOf = ({ seats }: Room, name: string): Seat => seats.find((seat) => seat.name === name) as Seat;
const lateAt = (seat: Seat, run: Run): number => {
  const close = closeOf(seat, run);
  return close === undefined ? 0 : countLate(close, ballotsOf(seat.jam.snapshot().course, run.id));
};

/** Whose dots this laptop can read, by everything that lies on it or came over the wire, and every key that it has. */
function readsDotsOf(seat: Seat, run: Run): ReadonlySet<string> {
  const found = new Set<string>();
  const read = (words: string): void => {
    for (const [, by] of words.matchAll(/\["[^"]*","([^"]*)","[^"]*",\[\[/g))
      if (by !== undefined) found.add(by);
  };
  const { course } = seat.jam.snapshot();
  const pair = openRunSeal(run, seat.device, seat.box);
  for (const ballot of ballotsOf(course, run.id)) {
    const box = fromBase64Url(ballot.box) ?? new Uint8Array();
    read(fromUtf8(box) ?? '');
    const mine = openBox(seat.box, box);
    if (mine !== null) read(fromUtf8(mine) ?? '');
    if (pair !== null && (openDots(run, ballot, pair)?.dots.size ?? 0) > 0) found.add(ballot.by);
  }
  const journal = seat.jam.records().map(({ bytes }) => bytes);
  for (const bytes of [...journal, ...seat.heard.map((record) => record.bytes)]) {
    read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  }
  read(JSON.stringify([seat.kept, [...course.runs.values()], [...course.ballots.values()]]));
  return found;
}

describe('under seal', () => {
  it('nobody but the holders’ laptops can read anybody’s dots, in memory, journal or wire, and all dots are there', async () => {
    const vote = await openVote(['ana', 'bo', 'cy', 'di', 'ed']);
    const { clock, seats, run, list } = vote;
    for (const [i, { conductor }] of seats.entries())
      conductor.place(list[i % list.length] ?? '', 1 + (i % 3));
    await clock.pass(60_000);
    expect(ballotsOf(seats[4]?.jam.snapshot().course ?? never(), run.id).length).toBeGreaterThanOrEqual(15);
    for (const seat of seats) {
      const holds = run.holders.has(seat.device);
      expect(holds).toBe(seat.conductor.isHost());
      expect([...readsDotsOf(seat, run)].sort()).toEqual(holds ? ['ana', 'bo', 'cy', 'di', 'ed'] : []);
    }
    expect(run.holders.size).toBe(2);
  });

  it('each vote has a key of its own, that follows from nothing in the jam', async () => {
    const keys = new Set<string | null>();
    for (const seed of [1, 2, 3]) keys.add((await openVote(['ana', 'bo'], seed)).run.seal);
    const { host, clock, run } = await openVote(['ana', 'bo'], 1);
    host.conductor.start(run.phase);
    await clock.pass(1_000);
    keys.add(host.conductor.course().current?.seal ?? null);
    expect(keys.size).toBe(4);
    expect(keys.has(null)).toBe(false);
  });

  it('every seat’s ballots are alike in size and number, whether it votes, changes its mind or does nothing', async () => {
    const { clock, seats, run, list } = await openVote(['ana', 'bo', 'cy']);
    const [ana, bo] = seats as readonly [Seat, Seat];
    for (let i = 0; i < 6; i++) {
      ana.conductor.place(list[i % list.length] ?? '', i % 2);
      if (i === 2) bo.conductor.place(list[0] ?? '', 3);
      await clock.pass(10_000);
    }
    const ballots = ballotsOf(ana.jam.snapshot().course, run.id);
    expect(new Set(ballots.map(({ box }) => box.length)).size).toBe(1);
    const perSeat = seats.map(({ name }) => ballots.filter(({ by }) => by === name).length);
    expect(Math.max(...perSeat) - Math.min(...perSeat)).toBeLessThanOrEqual(1);
  });
});

describe('closing', () => {
  it('counts what was placed after the clock was paused, and refuses what is placed while it counts', async () => {
    const { clock, seats, host, run, list } = await openVote(['ana', 'bo', 'cy']);
    const [, bo] = seats as readonly [Seat, Seat];
    await clock.pass(5_000);
    host.conductor.pause();
    await clock.pass(1_000);
    expect(bo.conductor.place(list[0] ?? '', 2)).toBeNull();
    expect(host.conductor.closeVote()).toMatchObject({ ok: true });
    await clock.pass(30);
    expect(bo.conductor.course().clock).toMatchObject({ state: 'paused', closing: true });
    expect(bo.conductor.place(list[1] ?? '', 1)).toMatch(/being counted/);
    await clock.pass(5_000);
    expect(closeOf(bo, run)?.totals.get(list[0] ?? '')).toEqual([0, 1, 0]);
    expect(lateAt(bo, run)).toBe(0);
  });

  it.each([1, 2])(
    'counts a person on two devices once, by the one (%i) on which they placed dots last',
    async (last) => {
      const { clock, seats, host, run, list } = await openVote(['ana', 'bo', 'bo']);
      const [phone, desk] = [seats[last], seats[3 - last]] as readonly [Seat, Seat];
      desk.conductor.place(list[1] ?? '', 3);
      await clock.pass(25_000);
      phone.conductor.place(list[0] ?? '', 2);
      // The desk goes on speaking, with what was placed on it before.
      await clock.pass(50_000);
      host.conductor.closeVote();
      await clock.pass(5_000);
      const close = closeOf(desk, run);
      expect(close).toMatchObject({ voters: 1 });
      expect(close?.totals.get(list[0] ?? '')).toEqual([0, 1, 0]);
      expect(close?.totals.get(list[1] ?? '')).toEqual([0, 0, 0]);
      expect(lateAt(desk, run)).toBe(0);
    },
  );

  it('leaves out what comes after it, and says of how many people', async () => {
    const vote = await openVote(['ana', 'bo', 'cy']);
    const { clock, host, run, list } = vote;
    const cy = seatOf(vote, 'cy');
    for (const { conductor } of vote.seats) conductor.place(list[0] ?? '', 1);
    await clock.pass(25_000);
    cy.present = false;
    cy.conductor.place(list[1] ?? '', 2);
    await clock.pass(45_000);
    host.conductor.closeVote();
    await clock.pass(10_000);
    vote.meet(cy);
    await clock.pass(30_000);
    for (const seat of vote.seats) {
      expect(lateAt(seat, run)).toBe(1);
      expect(closeOf(seat, run)?.totals.get(list[0] ?? '')).toEqual([3, 0, 0]);
    }
    expect(cy.conductor.place(list[1] ?? '', 1)).toBe('The vote is closed.');
  });

  it('is let go on by any host, and the dots can be moved again', async () => {
    const { clock, seats, host, run, list } = await openVote(['ana', 'bo', 'cy']);
    const [, bo] = seats as readonly [Seat, Seat];
    host.conductor.closeVote();
    host.conductor.resume();
    await clock.pass(5_000);
    expect(closeOf(host, run)).toBeUndefined();
    expect(bo.conductor.place(list[0] ?? '', 1)).toBeNull();
    host.conductor.closeVote();
    await clock.pass(5_000);
    expect(closeOf(bo, run)?.voters).toBe(1);
  });

  it.each(['before', 'during', 'after'] as const)('is not lost with a host who dies %s it', async (when) => {
    const vote = await openVote(['ana', 'bo', 'cy', 'di']);
    const { clock, seats, host, run, list } = vote;
    for (const { conductor } of seats) conductor.place(list[2] ?? '', 2);
    await clock.pass(25_000);
    if (when !== 'before') host.conductor.closeVote();
    await clock.pass(when === 'during' ? 10 : when === 'after' ? 5_000 : 0);
    host.present = false;
    await clock.pass(30_000);
    const others = seats.filter((seat) => seat !== host);
    const second = others.find(({ conductor }) => conductor.isHost()) as Seat;
    if (when !== 'after') {
      expect(second.conductor.take()).toMatchObject({ ok: true });
      expect(second.conductor.closeVote()).toMatchObject({ ok: true });
      await clock.pass(5_000);
    }
    for (const seat of others) {
      expect(closeOf(seat, run)).toMatchObject({ voters: 4 });
      expect(closeOf(seat, run)?.totals.get(list[2] ?? '')).toEqual([0, 4, 0]);
    }
    vote.meet(host);
    await clock.pass(10_000);
    expect(closeOf(host, run)).toEqual(closeOf(second, run));
  });

  it('by two hosts at once, in a network that fell apart, comes to one count everywhere', async () => {
    const vote = await openVote(['ana', 'bo', 'cy', 'di']);
    const { clock, seats, run, list } = vote;
    const second = seats.find((seat) => seat !== vote.host && seat.conductor.isHost()) as Seat;
    for (const { conductor } of seats) conductor.place(list[0] ?? '', 1);
    await clock.pass(25_000);
    const apart = [second, ...seats.filter((seat) => seat !== second && seat !== vote.host).slice(0, 1)];
    for (const seat of apart) seat.side = 1;
    for (const { conductor } of seats) conductor.place(list[1] ?? '', 2);
    await clock.pass(1_000);
    vote.host.conductor.closeVote();
    second.conductor.closeVote();
    await clock.pass(8_000);
    expect(closeOf(second, run)).not.toEqual(closeOf(vote.host, run));
    for (const seat of apart) {
      seat.side = 0;
      vote.meet(seat);
    }
    await clock.pass(5_000);
    const [first, ...rest] = seats.map((seat) => closeOf(seat, run));
    for (const other of rest) expect(other).toEqual(first);
    // Each side counted the other's dots as they lay before the network fell apart.
    expect(first?.totals.get(list[0] ?? '')).toEqual([4, 0, 0]);
    expect(first?.totals.get(list[1] ?? '')).toEqual([0, 2, 0]);
    expect(new Set(seats.map((seat) => lateAt(seat, run)))).toEqual(new Set([2]));
  });
});

describe('any course of a vote', () => {
  it.each(Array.from({ length: atLength(4, 12) }, (_, i) => i + 1))(
    'comes to the same totals everywhere, equal to a count by hand of what the counting laptop held (seed %i)',
    async (seed) => {
      const dice = createDice(seed);
      const names = ['ana', 'bo', 'cy', 'di', 'ed', 'di'].slice(0, 3 + dice(4));
      const vote = await openVote(names, seed);
      const { clock, seats, run, list } = vote;
      const written = new Map<string, { readonly dots: Dots; readonly change: number }>();
      const changes = new Map<Seat, number>();
      let change = 0;
      /** What the laptop that closed first held at that moment. */
      const held = new Map<string, readonly string[]>();
      for (const seat of seats) {
        seat.jam.subscribe(() => {
          const { ballots, closes } = seat.jam.snapshot().course;
          for (const { key, by, device } of ballots.values()) {
            if (written.has(key) || by !== seat.name || device !== seat.device) continue;
            const dots = new Map(Object.entries(seat.kept.dots[run.id] ?? {}));
            written.set(key, { dots, change: changes.get(seat) ?? 0 });
          }
          for (const [key, close] of closes)
            if (close.by === seat.name && !held.has(key)) held.set(key, [...ballots.keys()]);
        });
      }
      const hosts = seats.filter(({ conductor }) => conductor.isHost());
      const step = [
        (seat: Seat): void => {
          const idea = list[dice(list.length)] ?? '';
          if (seat.conductor.place(idea, dice(4)) === null) changes.set(seat, ++change);
        },
        (seat: Seat): void => {
          seat.side = dice(2);
          vote.meet(seat);
        },
        (seat: Seat): void => {
          seat.present = !seat.present;
          if (seat.present) vote.meet(seat);
        },
      ];
      for (let i = 0; i < 40; i++) {
        step[dice(10) < 7 ? 0 : 1 + dice(2)]?.(seats[dice(seats.length)] as Seat);
        if (i === 30 || i === 33) hosts[dice(hosts.length)]?.conductor.closeVote();
        // Longer than a beat, so that of a person's two devices it is plain which came last.
        await clock.pass(dice(2) === 0 ? 500 : 21_000);
      }
      for (const seat of seats) {
        Object.assign(seat, { present: true, side: 0 });
        vote.meet(seat);
      }
      await clock.pass(30_000);
      if (closeOf(vote.host, run) === undefined) vote.host.conductor.closeVote();
      await clock.pass(10_000);

      const close = closeOf(vote.host, run);
      for (const seat of seats) expect(closeOf(seat, run)).toEqual(close);
      const { ballots, closes } = vote.host.jam.snapshot().course;
      const [first] = [...closes]
        .sort(([a, one], [b, other]) => one.lamport - other.lamport || (a < b ? -1 : 1))
        .map(([key]) => key);
      const known = (held.get(first ?? '') ?? []).map((key) => ballots.get(key) ?? never());
      const totals = new Map(list.map((idea) => [idea, [0, 0, 0]]));
      for (const name of new Set(names)) {
        const own = known.filter(({ by }) => by === name);
        const seatsOf = [...new Set(own.map(({ device }) => device))].map(
          (device) => own.filter((one) => one.device === device).sort((a, b) => b.lamport - a.lamport)[0],
        );
        const placed = seatsOf
          .map((ballot) => written.get(ballot?.key ?? '') ?? never())
          .sort((a, b) => b.change - a.change)[0];
        expect(refuseDots(placed?.dots ?? new Map(), list, run.options)).toBeNull();
        for (const [idea, count] of placed?.dots ?? []) {
          const spread = totals.get(idea);
          if (spread !== undefined) spread[count - 1] = (spread[count - 1] ?? 0) + 1;
        }
      }
      expect(close?.totals).toEqual(totals);
    },
  );
});

function never(): never {
  throw new Error('It is not there.');
}
