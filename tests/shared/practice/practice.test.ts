import { describe, expect, it } from 'vitest';
import { createBoardLayout } from '../../../shared/ideas/boardLayout.ts';
import { compareLabels } from '../../../shared/ideas/compareLabels.ts';
import type { Close } from '../../../shared/model/course.ts';
import { rectsTouch } from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { readResults } from '../../../shared/phases/results.ts';
import { isPersons, PARTNERS, riffFor } from '../../../shared/practice/partners.ts';
import { playPartner } from '../../../shared/practice/playPartner.ts';
import { planPractice } from '../../../shared/practice/practiceSession.ts';
import { sumMinutes } from '../../../shared/templates/template.ts';
import { createDice } from '../../support/threePeople.ts';
import { openRoom, type Seat } from '../conduct/room.ts';

const MINUTE = 60_000;
const NONE: ReadonlySet<string> = new Set();
const THOUGHTS = PARTNERS.flatMap(({ thoughts }) => thoughts);

function openPractice(othersReady: () => boolean, seed = 1) {
  const room = openRoom(['newcomer', ...PARTNERS.map(({ name }) => name)], 5);
  const [newcomer, ...partners] = room.seats as readonly [Seat, ...Seat[]];
  const leader = partners[0] as Seat;
  const shown: (string | null)[] = [];
  newcomer.conductor.nameHost(leader.name, true);
  const stops = partners.map(({ jam, conductor }, i) =>
    playPartner({
      jam,
      conductor,
      partner: PARTNERS[i] as (typeof PARTNERS)[number],
      schedule: room.clock.schedule,
      pick: createDice(i + seed),
      othersReady,
      show: (idea) => void (i === 0 && shown.push(idea)),
    }),
  );
  const begin = async (): Promise<void> => {
    await room.clock.pass(1_000);
    leader.conductor.take();
    leader.conductor.load('riff-session', planPractice(4));
    leader.conductor.goOn();
  };
  /** Until a phase of this kind is played. */
  const playTo = async (kind: string): Promise<void> => {
    while (newcomer.conductor.course().current?.kind !== kind) await room.clock.pass(500);
  };
  /** When each riff of a phase came, ms since it began. */
  const riffTimes = (kind: string): number[] => {
    const run = newcomer.conductor.course().runs.find((one) => one.kind === kind);
    return [...newcomer.jam.snapshot().ideas.values()]
      .filter(({ born }) => run !== undefined && born.run === run.id)
      .map(({ born }) => born.created - (run?.at ?? 0));
  };
  return {
    room,
    newcomer,
    leader,
    shown,
    begin,
    playTo,
    riffTimes,
    stop: () => void stops.map((stop) => stop()),
  };
}

describe('what partners say', () => {
  it('lasts ten minutes, is marked as practice, and every phase has a sentence for the newcomer', () => {
    expect(sumMinutes(planPractice(4))).toBe(10);
    expect(planPractice(4).filter(({ prompt }) => prompt === '')).toEqual([]);
    for (const { name, thoughts } of PARTNERS) {
      expect(name).toMatch(/\(practice\)$/);
      expect(thoughts.length).toBeGreaterThan(1);
    }
  });

  it('has no line twice, not even with two partners', () => {
    const lines = PARTNERS.flatMap(({ thoughts, answers, riffs }) => [
      ...thoughts,
      ...[...answers.values(), ...riffs].map(({ text }) => text),
    ]);
    expect(lines.filter((line, i) => lines.indexOf(line) !== i)).toEqual([]);
  });

  it('answers every thought of the others with something about it, and what nobody knows with something that fits all', () => {
    for (const partner of PARTNERS) {
      for (const thought of THOUGHTS) {
        const riff = riffFor(partner, thought, NONE);
        if (partner.thoughts.includes(thought)) expect(riff).toBeUndefined();
        else expect(riff).toBe(partner.answers.get(thought));
      }
      expect(riffFor(partner, 'Rename it: the nine fifty club', NONE)).toBe(partner.riffs[0]);
      expect(riffFor(partner, 'Rename it', new Set(partner.riffs.map(({ text }) => text)))).toBeUndefined();
      expect(riffFor(partner, ' ', NONE)).toBeUndefined();
    }
  });

  it('is tied to lines that some partner does say', () => {
    for (const { answers } of PARTNERS) expect([...answers.keys()].filter(isPersons)).toEqual([]);
  });
});

it.each([1, 20, 300])(
  'partners play a session to its end with somebody who only watches, by the rules that hold for everybody, seed %i',
  async (seed) => {
    const { room, newcomer, begin, stop } = openPractice(() => false, seed);
    await begin();
    await room.clock.pass(12 * MINUTE);
    const { course } = newcomer.conductor;
    expect(course().runs.map(({ kind }) => kind)).toEqual([
      'brief',
      'solo',
      'reveal',
      'rotate',
      'riff',
      'fresh',
      'nominate',
      'vote',
      'decide',
      'checkout',
      'free',
    ]);
    const { ideas, riffs, course: records } = newcomer.jam.snapshot();
    expect([...ideas.values()].every(({ bin }) => !bin)).toBe(true);
    expect(ideas.size).toBeGreaterThan(THOUGHTS.length);
    expect(riffs.size).toBeGreaterThan(3);
    const named = [...records.nominations.values()].map(({ idea }) => ideas.get(idea)?.kind);
    expect(new Set(named)).toEqual(new Set(['note']));
    const said = [...ideas.values()].map(({ text }) => text);
    expect(new Set(said).size).toBe(said.length);
    const [close] = [...records.closes.values()];
    expect(close?.voters).toBe(3);
    expect([...records.reflections.values()].map(({ text }) => text).sort()).toEqual(
      PARTNERS.map(({ word }) => word).sort(),
    );
    stop();
  },
);

it('partners’ riffs cover no other sheet, however many lines they take', async () => {
  for (const seed of [1, 20, 300, 4_000]) {
    const { newcomer, begin, playTo, stop } = openPractice(() => false, seed);
    await begin();
    await playTo('nominate');
    const { jam } = newcomer;
    const { sheets } = createBoardLayout(MAIN_BOARD, jam.structureOf).update(jam.snapshot(), null);
    const laid = [...sheets.values()];
    const covering = laid.filter((one) => laid.some((other) => other !== one && rectsTouch(one, other)));
    expect(covering.map(({ lines }) => lines.join(' '))).toEqual([]);
    stop();
  }
});

it('on the open board partners go on for as long as it is open, on what the newcomer wrote as well', async () => {
  const { room, newcomer, begin, playTo, riffTimes, stop } = openPractice(() => false);
  await begin();
  await playTo('solo');
  newcomer.conductor.write('The bus is a library');
  await playTo('fresh');
  const times = riffTimes('riff');
  expect(times.length).toBeGreaterThan(4);
  expect(Math.min(...times)).toBeGreaterThan(5_000);
  expect(Math.max(...times)).toBeGreaterThan(45_000);
  expect(Math.max(...times)).toBeLessThan(1.5 * MINUTE - 2_000);
  const { ideas } = newcomer.jam.snapshot();
  const own = [...ideas.values()].find(({ text }) => text === 'The bus is a library')?.id ?? '';
  const { lineage } = newcomer.jam.structureOf(newcomer.jam.snapshot());
  const grew = lineage.children(own).map((id) => ideas.get(id)?.text);
  const generic = PARTNERS.flatMap(({ riffs }) => riffs.map(({ text }) => text));
  expect(grew.length).toBeGreaterThan(0);
  expect(generic).toEqual(expect.arrayContaining(grew));
  await room.clock.pass(1);
  stop();
});

it('in the fresh sheets’ turn partners touch nothing but fresh sheets', async () => {
  for (const seed of [1, 20, 300, 4_000]) {
    const { newcomer, begin, playTo, stop } = openPractice(() => false, seed);
    await begin();
    await playTo('fresh');
    const before = newcomer.jam.structureOf(newcomer.jam.snapshot()).lineage;
    const fresh = new Set([...newcomer.jam.snapshot().ideas.keys()].filter((id) => before.isFresh(id)));
    expect(fresh.size).toBeGreaterThan(0);
    const run = newcomer.conductor.course().current?.id;
    await playTo('nominate');
    const { ideas } = newcomer.jam.snapshot();
    const { lineage } = newcomer.jam.structureOf(newcomer.jam.snapshot());
    const riffs = [...ideas.values()].filter(({ born }) => born.run === run);
    expect(riffs.length).toBeGreaterThan(0);
    for (const { id } of riffs) expect(fresh).toContain(lineage.parents(id)[0]);
    // The last one is left to the newcomer.
    expect([...fresh].some((id) => lineage.isFresh(id))).toBe(true);
    stop();
  }
});

describe('while the room decides', () => {
  const decisions = ({ jam }: Seat) => [...jam.snapshot().decisions.values()];

  it('the leading partner shows one decision, then lays the next idea before the newcomer', async () => {
    const { room, newcomer, leader, shown, begin, playTo, stop } = openPractice(() => false);
    await begin();
    await playTo('decide');
    expect(decisions(newcomer)).toEqual([]);
    const first = shown.at(-1);
    await room.clock.pass(14_000);
    expect(decisions(newcomer)).toMatchObject([
      { idea: first, outcome: 'promote', by: leader.name, accepted: true },
    ]);
    await room.clock.pass(8_000);
    const { runs, closes } = newcomer.conductor.course();
    const close = closes.get(runs.find(({ kind }) => kind === 'vote')?.id ?? '') as Close;
    const most = readResults(close).filter(({ band }) => band === 'most');
    const { labels } = newcomer.jam.structureOf(newcomer.jam.snapshot());
    const queue = most.map(({ idea }) => labels.get(idea) ?? '').sort(compareLabels);
    expect(queue.length).toBeGreaterThan(1);
    expect([first, shown.at(-1)].map((idea) => labels.get(idea ?? ''))).toEqual(queue.slice(0, 2));
    await playTo('checkout');
    expect(decisions(newcomer)).toHaveLength(1);
    expect(shown.at(-1)).toBeNull();
    stop();
  });

  it('it leaves all of it to a newcomer who decided before', async () => {
    const { newcomer, leader, begin, playTo, stop } = openPractice(() => false);
    await begin();
    await playTo('decide');
    const [idea = ''] = [...newcomer.jam.snapshot().ideas.keys()];
    newcomer.jam.run('decision.set', {
      idea,
      outcome: 'no',
      reason: 'Not ours',
      owner: '',
      firstStep: '',
      due: '',
    });
    await playTo('checkout');
    expect(decisions(newcomer).filter(({ by }) => by === leader.name)).toEqual([]);
    stop();
  });
});

it('the leading partner goes on early when the newcomer is done, and never before a phase was seen', async () => {
  const { room, newcomer, begin, stop } = openPractice(() => true);
  await begin();
  await room.clock.pass(3_000);
  expect(newcomer.conductor.course().current?.kind).toBe('brief');
  await room.clock.pass(4_000);
  expect(newcomer.conductor.course().current?.kind).toBe('solo');
  stop();
});

it('a vote that everybody is done with stays open for a second thought, and is read before the session goes on', async () => {
  let ready = false;
  const { room, newcomer, leader, stop } = openPractice(() => ready);
  await room.clock.pass(1_000);
  leader.conductor.take();
  leader.conductor.load('riff-session', planPractice(4));
  const { course } = newcomer.conductor;
  for (let i = 0; i < 12 && course().current?.kind !== 'nominate'; i++) {
    leader.conductor.goOn();
    await room.clock.pass(20_000);
  }
  await room.clock.pass(25_000);
  leader.conductor.goOn();
  await room.clock.pass(8_000);
  expect(course().current?.kind).toBe('vote');

  ready = true;
  await room.clock.pass(3_000);
  ready = false;
  await room.clock.pass(4_000);
  expect(course().clock.closing).toBe(false);
  ready = true;
  await room.clock.pass(4_000);
  expect(course().clock.closing).toBe(false);
  await room.clock.pass(5_000);
  expect(course().closes.size).toBe(1);
  expect(course().current?.kind).toBe('vote');
  await room.clock.pass(6_000);
  expect(course().current?.kind).toBe('decide');
  stop();
});
