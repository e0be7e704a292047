import { describe, expect, it } from 'vitest';
import { readSigning } from '../../../shared/phases/signing.ts';
import { sumDots } from '../../../shared/phases/tally.ts';
import { riffSession } from '../../../shared/templates/riffSession.ts';
import { planTemplate } from '../../../shared/templates/template.ts';
import { atLength } from '../../support/atLength.ts';
import { createDice } from '../../support/threePeople.ts';
import { openRoom, type Room, type Seat } from './room.ts';

const MINUTE = 60_000;

function begin(people: number, seed = 1) {
  const room = openRoom(
    Array.from({ length: people }, (_, i) => `m${i}`),
    seed,
  );
  const [host] = room.seats as readonly [Seat, ...Seat[]];
  host.conductor.load('riff-session', planTemplate(riffSession, people));
  return { room, host };
}

const nowAt = ({ conductor }: Seat): string => conductor.course().kind.name;

async function goOn({ clock }: Room, host: Seat): Promise<void> {
  expect(host.conductor.goOn()).toMatchObject({ ok: true });
  await clock.pass(3_000);
}

/** All that a laptop holds, as one text to look for words in: document, private part, and every byte that it was sent. */
function holdingsOf({ jam, heard, kept }: Seat): string {
  const records = [...jam.records(), ...heard].map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
  const shown = [...jam.snapshot().ideas.values()].map(({ text }) => text);
  return [...records, ...shown, JSON.stringify(kept)].join('\n');
}

const knows = (seat: Seat, words: string): boolean => holdingsOf(seat).includes(words);

describe.each(atLength([5, 12], [5, 12, 30]))('a riff session of %i people', (people) => {
  it('keeps every rule from the question to the check-out', async () => {
    const { room, host } = begin(people);
    const { clock, seats } = room;
    const dice = createDice(people);

    await goOn(room, host);
    expect(seats.map(nowAt)).toEqual(seats.map(() => 'brief'));
    await goOn(room, host);
    expect(seats.map(nowAt)).toEqual(seats.map(() => 'solo'));

    const secret = ({ name }: Seat, n: number): string => `secret thought ${n} of ${name}.`;
    for (const seat of seats) {
      for (let n = 0; n < 3; n++) seat.conductor.write(secret(seat, n));
      const kept = seat.conductor.write(`only mine, ${seat.name}.`);
      if (kept !== null) seat.conductor.rewrite(kept.id, { tray: 'mine' });
    }
    await clock.pass(2 * MINUTE);
    for (const seat of seats) {
      const holdings = holdingsOf(seat);
      expect(holdings).toContain(secret(seat, 0));
      for (const other of seats) {
        if (other !== seat)
          for (let n = 0; n < 3; n++) expect(holdings.includes(secret(other, n))).toBe(false);
      }
    }

    await goOn(room, host);
    const holdings = new Map(seats.map((seat) => [seat, holdingsOf(seat)]));
    for (const seat of seats) {
      const { ideas } = seat.jam.snapshot();
      expect(ideas.size).toBe(3 * people);
      expect([...ideas.values()].every(({ bin }) => !bin)).toBe(true);
      const holders = seats.filter((other) => holdings.get(other)?.includes(`only mine, ${seat.name}.`));
      expect(holders).toEqual([seat]);
      const { isSigned } = readSigning(seat.conductor.course());
      expect([...ideas.values()].filter(isSigned)).toEqual([]);
    }
    const order = [...host.jam.structureOf(host.jam.snapshot()).labels].map(
      ([id]) => host.jam.snapshot().ideas.get(id)?.born.author,
    );
    // Three of one author in a row are a block; shuffled sheets have few.
    const blocks = order.filter(
      (author, i) => i > 1 && author === order[i - 1] && author === order[i - 2],
    ).length;
    expect(blocks).toBeLessThan(people / 2);

    const had = new Map<string, Set<string>>();
    for (let round = 1; round <= 3; round++) {
      await goOn(room, host);
      for (const seat of seats) {
        const run = seat.conductor.course().current;
        expect(run).toMatchObject({ kind: 'rotate', round });
        const [sheet] = run?.dealt.get(seat.name) ?? [];
        expect(sheet).toBeDefined();
        const idea = seat.jam.snapshot().ideas.get(sheet ?? '');
        expect(idea?.born.author).not.toBe(seat.name);
        expect(had.get(seat.name)?.has(sheet ?? '') ?? false).toBe(false);
        had.set(seat.name, (had.get(seat.name) ?? new Set()).add(sheet ?? ''));
        const place = { board: 'main', group: null, x: 0, y: 0, auto: true };
        const riff = seat.jam.run('idea.add', {
          place,
          text: 'and',
          parents: [{ idea: sheet ?? '', bond: 'build' }],
        });
        expect(riff.ok).toBe(true);
        expect(seat.jam.run('idea.add', { place, text: 'stray' }).ok).toBe(false);
      }
      await clock.pass(3 * MINUTE);
    }
    expect(host.jam.snapshot().ideas.size).toBe(6 * people);

    await goOn(room, host);
    expect(nowAt(host)).toBe('riff');
    await goOn(room, host);
    expect(nowAt(host)).toBe('fresh');
    await goOn(room, host);
    const roots = [...host.jam.snapshot().ideas.keys()];
    for (const seat of seats) {
      const answers = [0, 1, 2].map(
        () =>
          seat.jam.run('nominee.set', { idea: roots[dice(Math.min(8, roots.length))] ?? '', named: true }).ok,
      );
      expect(answers.slice(0, 2)).toEqual([true, true]);
    }
    await clock.pass(1_000);

    await goOn(room, host);
    const run = host.conductor.course().current;
    expect(run?.kind).toBe('vote');
    expect(run?.holders.size).toBeGreaterThanOrEqual(2);
    const placed = new Map<string, number>();
    for (const seat of seats) {
      const list = run?.list ?? [];
      const idea = list[dice(list.length)] ?? '';
      expect(seat.conductor.place(idea, 1 + dice(3))).toBeNull();
      expect(seat.conductor.place(idea, 4)).not.toBeNull();
      placed.set(idea, (placed.get(idea) ?? 0) + (seat.kept.dots[run?.id ?? '']?.[idea] ?? 0));
    }
    await clock.pass(MINUTE);
    const ballots = [...host.jam.snapshot().course.ballots.values()];
    expect(new Set(ballots.map(({ box }) => box.length)).size).toBe(1);
    const perSeat = seats.map(({ name }) => ballots.filter(({ by }) => by === name).length);
    expect(Math.max(...perSeat) - Math.min(...perSeat)).toBeLessThanOrEqual(1);

    // Placed at the last moment, after the last beat: it counts.
    const late = seats.at(-1) as Seat;
    const [before] = Object.entries(late.kept.dots[run?.id ?? ''] ?? {});
    late.conductor.place(before?.[0] ?? '', 0);
    placed.set(before?.[0] ?? '', (placed.get(before?.[0] ?? '') ?? 0) - (before?.[1] ?? 0));
    expect(host.conductor.closeVote()).toMatchObject({ ok: true });
    await clock.pass(5_000);
    for (const seat of seats) {
      const close = seat.conductor.course().closes.get(run?.id ?? '');
      expect(close?.counted.length).toBe(people);
      for (const idea of run?.list ?? [])
        expect(sumDots(close?.totals.get(idea) ?? [])).toBe(placed.get(idea) ?? 0);
      expect(seat.conductor.course().unsigned).toBe(false);
    }

    await goOn(room, host);
    expect(nowAt(host)).toBe('decide');
    await goOn(room, host);
    for (const { jam } of seats)
      expect(jam.run('reflection.add', { question: 'word', text: 'more' }).ok).toBe(true);
    await goOn(room, host);
    expect(seats.map(nowAt)).toEqual(seats.map(() => 'free'));
    const [first, ...others] = seats.map(({ jam }) => jam.snapshot());
    for (const other of others) {
      expect(other.course).toEqual(first?.course);
      expect(Object.fromEntries(other.ideas)).toEqual(Object.fromEntries(first?.ideas ?? []));
    }
  });
});

describe('writing alone', () => {
  it('hands in what was kept; what is still under the pen is asked about first', async () => {
    const { room, host } = begin(3);
    const [, bo] = room.seats as readonly [Seat, Seat, Seat];
    await goOn(room, host);
    await goOn(room, host);
    bo.conductor.write('a whole thought');
    bo.conductor.write('half a thou', 'desk');
    bo.conductor.write(' ', 'desk');
    await goOn(room, host);
    expect(knows(host, 'a whole thought')).toBe(true);
    expect(knows(host, 'half a thou')).toBe(false);
    expect(bo.conductor.late().map(({ text }) => text)).toEqual(['half a thou']);
    bo.conductor.handInLate();
    await room.clock.pass(3_000);
    expect(knows(host, 'half a thou')).toBe(true);
  });

  it('again lets a sheet that stayed go in with those of this round', async () => {
    const { room, host } = begin(3);
    const [, bo] = room.seats as readonly [Seat, Seat, Seat];
    await goOn(room, host);
    await goOn(room, host);
    const kept = bo.conductor.write('not yet', 'mine');
    const solo = host.conductor.course().phase?.id ?? '';
    await goOn(room, host);
    expect(bo.conductor.late()).toEqual([]);
    host.conductor.start(solo);
    await room.clock.pass(1_000);
    bo.conductor.rewrite(kept?.id ?? '', { tray: 'in' });
    expect(bo.conductor.late()).toEqual([]);
    await goOn(room, host);
    expect(knows(host, 'not yet')).toBe(true);
  });
});

describe('somebody away', () => {
  it('at the reveal is asked before their drafts go in', async () => {
    const { room, host } = begin(3);
    const [, bo] = room.seats as readonly [Seat, Seat, Seat];
    await goOn(room, host);
    await goOn(room, host);
    bo.conductor.write('late thought');
    bo.present = false;
    await goOn(room, host);
    await goOn(room, host);
    room.meet(bo);
    await room.clock.pass(3_000);
    expect(knows(host, 'late thought')).toBe(false);
    expect(bo.conductor.late().map(({ text }) => text)).toEqual(['late thought']);
    bo.conductor.handInLate();
    await room.clock.pass(3_000);
    expect(knows(host, 'late thought')).toBe(true);
    expect(bo.conductor.late()).toEqual([]);
    expect([...host.jam.snapshot().ideas.values()][0]?.bin).toBe(false);
  });

  it.each([false, true])(
    'is asked as well while the room still reads (app started again: %s)',
    async (again) => {
      const { room, host } = begin(3);
      const [, bo] = room.seats as readonly [Seat, Seat, Seat];
      await goOn(room, host);
      await goOn(room, host);
      bo.conductor.write('late thought');
      bo.present = false;
      await goOn(room, host);
      if (again) bo.reopen();
      room.meet(bo);
      await room.clock.pass(3_000);
      expect(knows(host, 'late thought')).toBe(false);
      bo.conductor.keepLate();
      expect(bo.conductor.late()).toEqual([]);
      expect(bo.kept.drafts).toMatchObject([{ text: 'late thought', tray: 'mine' }]);
      await goOn(room, host);
      expect(knows(host, 'late thought')).toBe(false);
    },
  );

  it('as the host in a vote costs nothing: the second key holder counts', async () => {
    const { room, host } = begin(4);
    const { clock, seats } = room;
    await goOn(room, host);
    const riff = host.conductor.course().phases.find(({ kind }) => kind === 'riff');
    host.conductor.start(riff?.id ?? '');
    const added = host.jam.run('idea.add', {
      place: { board: 'main', group: null, x: 0, y: 0, auto: false },
      text: 'x',
    });
    const nominate = host.conductor.course().phases.find(({ kind }) => kind === 'nominate');
    host.conductor.start(nominate?.id ?? '');
    host.jam.run('nominee.set', { idea: added.ok ? added.value.idea : '', named: true });
    await clock.pass(1_000);
    await goOn(room, host);
    for (const { conductor } of seats) conductor.place(added.ok ? added.value.idea : '', 2);
    await clock.pass(30_000);
    host.present = false;
    const second = seats.find((seat) => seat !== host && seat.conductor.isHost()) as Seat;
    expect(second.conductor.take()).toMatchObject({ ok: true });
    expect(second.conductor.closeVote()).toMatchObject({ ok: true });
    await clock.pass(5_000);
    const { course } = second.conductor;
    const [close] = [...course().closes.values()];
    // The host's own dots were under seal before they went.
    expect(close?.voters).toBe(4);
    const third = seats.find((seat) => seat !== host && seat !== second) as Seat;
    expect(third.conductor.course().leader).toBe(second.name);
  });
});

describe('the clock', () => {
  it('shows the same everywhere although wall clocks are a day apart, pauses, and never goes back', async () => {
    const { room, host } = begin(3);
    const { clock, seats } = room;
    await goOn(room, host);
    await clock.pass(50_000);
    host.conductor.pause();
    await clock.pass(100_000);
    host.conductor.resume();
    let shown = 0;
    for (let i = 0; i < 20; i++) {
      await clock.pass(1_000);
      const times = seats.map(({ conductor }) => conductor.elapsed());
      expect(Math.max(...times) - Math.min(...times)).toBeLessThan(200);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(shown);
      shown = Math.min(...times);
    }
    expect(shown).toBeGreaterThan(70_000);
    expect(shown).toBeLessThan(75_000);
  });

  it('moves a phase on by itself only where the setlist says so, with what was given and paused counted in', async () => {
    const { room, host } = begin(3);
    const { clock, seats } = room;
    const byItself = (kind: string): void => {
      const phase = host.conductor.course().phases.find((one) => one.kind === kind);
      expect(
        host.jam.run('phase.change', {
          changes: [{ phase: phase?.id ?? '', minutes: 2, options: { advances: true } }],
        }).ok,
      ).toBe(true);
    };
    byItself('solo');
    byItself('vote');
    await goOn(room, host);
    await clock.pass(30 * MINUTE);
    expect(seats.map(nowAt)).toEqual(['brief', 'brief', 'brief']);
    await goOn(room, host);
    await clock.pass(MINUTE);
    host.conductor.pause();
    await clock.pass(10 * MINUTE);
    host.conductor.resume();
    host.conductor.addMinutes(1);
    await clock.pass(1.9 * MINUTE);
    expect(seats.map(nowAt)).toEqual(['solo', 'solo', 'solo']);
    await clock.pass(0.2 * MINUTE);
    expect(seats.map(nowAt)).toEqual(['reveal', 'reveal', 'reveal']);
    expect(host.conductor.course().runs.map(({ kind }) => kind)).toEqual(['brief', 'solo', 'reveal']);

    // A vote is closed, and stays to be read.
    const place = { board: 'main', group: null, x: 0, y: 0, auto: false };
    const phaseOf = (kind: string) =>
      host.conductor.course().phases.find((one) => one.kind === kind)?.id ?? '';
    host.conductor.start(phaseOf('riff'));
    const added = host.jam.run('idea.add', { place, text: 'x' });
    host.conductor.start(phaseOf('nominate'));
    host.jam.run('nominee.set', { idea: added.ok ? added.value.idea : '', named: true });
    await goOn(room, host);
    await clock.pass(2.1 * MINUTE);
    expect(seats.map(nowAt)).toEqual(['vote', 'vote', 'vote']);
    expect(seats.map(({ conductor }) => conductor.course().closes.size)).toEqual([1, 1, 1]);
    await clock.pass(30 * MINUTE);
    expect(seats.map(nowAt)).toEqual(['vote', 'vote', 'vote']);
  });
});
