/** What hands may do with the course, in a jam of one laptop with its real conductor. */
import { describe, expect, it } from 'vitest';
import { COURSE_ACTIONS } from '../../../renderer/phases/courseActions.ts';
import type { JamSession } from '../../../renderer/session/jamSession.ts';
import { DEFAULT_TEMPLATE } from '../../../shared/templates/registry.ts';
import { planTemplate } from '../../../shared/templates/template.ts';
import { openRoom } from '../../shared/conduct/room.ts';

async function twoPeople() {
  const room = openRoom(['ana', 'bo']);
  const said: string[] = [];
  const sessionOf = (name: string): JamSession => {
    const seat = room.seats.find((one) => one.name === name);
    if (seat === undefined) throw new Error(`${name} is not in the room.`);
    return {
      jam: seat.jam,
      course: seat.conductor,
      run: seat.jam.run,
      notify: (sentence: string) => said.push(sentence),
    } as unknown as JamSession;
  };
  const [ana, bo] = [sessionOf('ana'), sessionOf('bo')];
  const settle = (): Promise<void> => room.clock.pass(5_000);
  await settle();
  const lay = async (): Promise<void> => {
    ana.course.load(DEFAULT_TEMPLATE.name, planTemplate(DEFAULT_TEMPLATE, 2));
    await settle();
  };
  const act = async (session: JamSession, id: string): Promise<void> => {
    COURSE_ACTIONS[id]?.run(session);
    await settle();
  };
  return {
    ana,
    bo,
    said,
    settle,
    lay,
    act,
    can: (session: JamSession, id: string) => COURSE_ACTIONS[id]?.can?.(session) ?? true,
  };
}

const LEADING = [
  'course.pause',
  'course.addMinute',
  'course.goOn',
  'course.repeat',
  'course.leave',
  'course.card',
];

describe('the course in people’s hands', () => {
  it('is begun by a host alone, and led by nobody before it began', async () => {
    const { ana, bo, can } = await twoPeople();
    expect(can(ana, 'course.begin')).toBe(true);
    expect(can(bo, 'course.begin')).toBe(false);
    for (const id of [...LEADING, 'course.done']) expect(can(ana, id), id).toBe(false);
  });

  it('is led by its host alone, while everybody may say that they are done', async () => {
    const { ana, bo, lay, act, can } = await twoPeople();
    await lay();
    expect(can(ana, 'course.goOn')).toBe(true);
    await act(ana, 'course.goOn');
    expect(bo.course.course().current?.kind).toBe('brief');
    for (const id of LEADING) {
      expect(can(ana, id), id).toBe(true);
      expect(can(bo, id), id).toBe(false);
    }
    expect(can(ana, 'course.goBack')).toBe(false);
    expect(can(ana, 'course.closeVote')).toBe(false);
    expect(can(bo, 'course.done')).toBe(true);
  });

  it('pauses and resumes by one key, goes on, back, and again', async () => {
    const { ana, bo, lay, act } = await twoPeople();
    await lay();
    await act(ana, 'course.goOn');
    await act(ana, 'course.pause');
    expect(bo.course.course().clock.state).toBe('paused');
    await act(ana, 'course.pause');
    expect(bo.course.course().clock.state).toBe('running');
    await act(ana, 'course.goOn');
    await act(ana, 'course.repeat');
    expect(bo.course.course().runs.map(({ kind }) => kind)).toEqual(['brief', 'solo', 'solo']);
    await act(ana, 'course.goBack');
    expect(bo.course.course().current?.kind).toBe('brief');
  });

  it('is opened to the board, and then waits for the setlist again', async () => {
    const { ana, lay, act, can } = await twoPeople();
    await lay();
    await act(ana, 'course.goOn');
    await act(ana, 'course.leave');
    expect(ana.course.course().kind.name).toBe('free');
    expect(can(ana, 'course.goOn')).toBe(false);
    expect(can(ana, 'course.setlist')).toBe(true);
  });

  it('says why a vote cannot begin, names nobody for it, and does not go past one that is open', async () => {
    const { ana, bo, said, lay, act, settle, can } = await twoPeople();
    await lay();
    const kinds = DEFAULT_TEMPLATE.phases.map(({ kind }) => kind);
    const phases = ana.course.course().phases;
    const idOf = (kind: string): string => phases[kinds.indexOf(kind)]?.id ?? '';
    ana.course.start(idOf('brief'));
    await settle();
    expect(ana.course.start(idOf('vote')).ok).toBe(false);
    expect(ana.course.course().hosts.size).toBe(1);

    ana.course.leaveSetlist();
    const idea = ana.jam.run('idea.add', {
      text: 'A bus',
      place: { board: 'main', group: null, x: 0, y: 0, auto: false },
    });
    if (!idea.ok) throw new Error(idea.sentence);
    ana.course.start(idOf('nominate'));
    ana.jam.run('nominee.set', { idea: idea.value.idea, named: true });
    await settle();
    await act(ana, 'course.goOn');
    expect(bo.course.course().current?.kind).toBe('vote');
    await act(ana, 'course.goOn');
    expect(said).toEqual(['Close the vote first: dots count only when it is closed.']);
    expect(can(ana, 'course.closeVote')).toBe(true);
    await act(ana, 'course.closeVote');
    expect(can(ana, 'course.closeVote')).toBe(false);
    await act(ana, 'course.goOn');
    expect(bo.course.course().current?.kind).toBe('decide');
  });

  it('is taken over by a co-host, and everybody knows', async () => {
    const { ana, bo, settle, lay, act, can } = await twoPeople();
    await lay();
    ana.course.nameHost('bo', true);
    await settle();
    expect(can(bo, 'course.take')).toBe(true);
    await act(bo, 'course.take');
    expect(ana.course.course().leader).toBe('bo');
    expect(can(bo, 'course.take')).toBe(false);
    expect(can(ana, 'course.take')).toBe(true);
  });
});
