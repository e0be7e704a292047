/** People come, go and die in every phase of a session in turn, and it goes on to its end without losing a word. */
import { describe, expect, it } from 'vitest';
import { BALLOT_BEAT } from '../../../shared/conduct/ballotBox.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import { riffSession } from '../../../shared/templates/riffSession.ts';
import { planTemplate } from '../../../shared/templates/template.ts';
import { openRoom, type Room, type Seat } from './room.ts';

const KINDS = riffSession.phases.map(({ kind }) => kind);
const isBeforeVote = (kind: string): boolean => KINDS.indexOf(kind) < KINDS.indexOf('vote');
const PLACE = { board: 'main', group: null, x: 0, y: 0, auto: true };

interface Session extends Room {
  readonly said: Map<string, string>;
}

/** Four people, nobody named to host beside the first; `said`: every text, and who wrote it. */
function begin(): Session & { host: Seat } {
  const room = openRoom(['ana', 'bo', 'cy', 'dee']);
  const [host] = room.seats as readonly [Seat, ...Seat[]];
  host.conductor.load('riff-session', planTemplate(riffSession, 4));
  return { ...room, host, said: new Map() };
}

const kindAt = ({ conductor }: Seat): string => conductor.course().kind.name;

/** What an attentive person does in the phase that runs. */
function act(seat: Seat, { said }: Session): void {
  const { jam, conductor, name } = seat;
  const { current } = conductor.course();
  const text = `${name} in ${current?.kind} ${current?.round}`;
  const rootOfAnother = (): IdeaId | undefined =>
    [...jam.snapshot().ideas.values()].find(({ born }) => born.author !== name)?.id;
  const riff = (idea: IdeaId | undefined): void => {
    if (idea === undefined) return;
    const done = jam.run('idea.add', { place: PLACE, text, parents: [{ idea, bond: 'build' }] });
    expect(done).toMatchObject({ ok: true });
    said.set(text, name);
  };
  switch (current?.kind) {
    case 'solo':
      conductor.write(text);
      said.set(text, name);
      return;
    case 'rotate':
      riff(current.dealt.get(name)?.[0]);
      return;
    case 'riff':
    case 'fresh':
      riff(rootOfAnother());
      return;
    case 'nominate':
      jam.run('nominee.set', { idea: rootOfAnother() ?? '', named: true });
      return;
    case 'vote':
      expect(conductor.place(current.list[0] ?? '', 2)).toBeNull();
      return;
    case 'checkout':
      jam.run('reflection.add', { question: 'word', text });
      return;
  }
}

async function goOn({ clock }: Session, leader: Seat): Promise<void> {
  if (kindAt(leader) === 'vote') {
    expect(leader.conductor.closeVote()).toMatchObject({ ok: true });
    await clock.pass(5_000);
    expect(leader.conductor.course().closes.size).toBe(1);
  }
  expect(leader.conductor.goOn()).toMatchObject({ ok: true });
  await clock.pass(3_000);
}

/** Plays on until `kind` has begun and those who are there have done their part in it. */
async function playTo(kind: string, session: Session, leader: Seat): Promise<void> {
  while (kindAt(leader) !== kind) {
    await goOn(session, leader);
    for (const seat of session.seats) if (seat.present) act(seat, session);
    await session.clock.pass(BALLOT_BEAT + 1_000);
  }
}

async function playToTheEnd(session: Session, leader: Seat): Promise<void> {
  await playTo('checkout', session, leader);
  await goOn(session, leader);
  expect(kindAt(leader)).toBe('free');
}

/** Every laptop holds the same, and each word that was said lies in it, or still on the laptop of whoever wrote it. */
function expectAllThere({ seats, said }: Session): void {
  const [first, ...others] = seats.map(({ jam }) => jam.snapshot());
  for (const other of others) {
    expect(other.course).toEqual(first?.course);
    expect(Object.fromEntries(other.ideas)).toEqual(Object.fromEntries(first?.ideas ?? []));
  }
  const shown = new Set([...(first?.ideas.values() ?? [])].map(({ text }) => text));
  for (const [text, by] of said) {
    const kept = seats.find(({ name }) => name === by)?.kept.drafts.map((draft) => draft.text) ?? [];
    expect(shown.has(text) || kept.includes(text), `${text} is lost`).toBe(true);
  }
}

const votersOf = (seat: Seat): number | undefined => [...seat.conductor.course().closes.values()][0]?.voters;

describe.each(KINDS)('in "%s"', (kind) => {
  it('the host dies with nobody named: the first in line takes over, and the host finds all when back', async () => {
    const session = begin();
    const { host, seats, clock } = session;
    const [, bo, cy] = seats as readonly [Seat, Seat, Seat];
    await playTo(kind, session, host);
    // From the vote on a second one holds its key, and may lead as well.
    if (isBeforeVote(kind)) expect(bo.conductor.take()).toMatchObject({ ok: false, code: 'not-the-host' });
    expect(cy.conductor.standIn()).toBeNull();
    host.present = false;
    expect([bo.conductor.standIn(), cy.conductor.standIn()]).toEqual(['bo', 'bo']);
    expect(bo.conductor.take()).toMatchObject({ ok: true });
    await clock.pass(1_000);
    expect(cy.conductor.course().leader).toBe('bo');
    await playToTheEnd(session, bo);
    session.meet(host);
    await clock.pass(3_000);
    expect(host.conductor.course().leader).toBe('bo');
    host.conductor.handInLate();
    await clock.pass(3_000);
    expectAllThere(session);
    expect(votersOf(host)).toBe(isBeforeVote(kind) ? 3 : 4);
  });

  it('somebody comes late: they play along at once, and get a sheet from the next deal on', async () => {
    const session = begin();
    const { host, clock } = session;
    await playTo(kind, session, host);
    const eve = session.come('eve');
    await clock.pass(1_000);
    expect(kindAt(eve)).toBe(kind);
    if (kind === 'rotate') expect(eve.conductor.course().current?.dealt.has('eve')).toBe(false);
    act(eve, session);
    await clock.pass(1_000);
    if (kind === 'rotate') {
      await goOn(session, host);
      expect(eve.conductor.course().current).toMatchObject({ kind: 'rotate', round: 2 });
      expect(eve.conductor.course().current?.dealt.get('eve')).not.toHaveLength(0);
      for (const seat of session.seats) act(seat, session);
    }
    await playToTheEnd(session, host);
    expectAllThere(session);
    expect(votersOf(eve)).toBe(isBeforeVote(kind) || kind === 'vote' ? 5 : 4);
  });

  it('somebody leaves: nobody waits for them, what they gave counts, and they are asked for the rest when back', async () => {
    const session = begin();
    const { host, seats, clock } = session;
    const dee = seats[3] as Seat;
    await playTo(kind, session, host);
    dee.present = false;
    if (kind === 'rotate') {
      await goOn(session, host);
      expect(host.conductor.course().current?.dealt.has('dee')).toBe(false);
    }
    await playToTheEnd(session, host);
    session.meet(dee);
    await clock.pass(3_000);
    expect(kindAt(dee)).toBe('free');
    expect(dee.conductor.late().map(({ text }) => text)).toEqual(kind === 'solo' ? ['dee in solo 1'] : []);
    expectAllThere(session);
    expect(votersOf(dee)).toBe(isBeforeVote(kind) ? 3 : 4);
  });
});
