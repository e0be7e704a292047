/** What a host's hand does with the course: starts, stops, extends, counts. */
import type { Jam } from '../jam/jam.ts';
import type { Schedule } from '../log/recorder.ts';
import type { ClockMove, Phase, Run } from '../model/course.ts';
import type { DeviceId, IdeaId, MemberId } from '../model/ids.ts';
import { ballotsOf, type Course, openVote } from '../phases/course.ts';
import { readNominees } from '../phases/nominees.ts';
import { countBallots } from '../phases/tally.ts';
import type { Context } from '../util/context.ts';
import { ok, type Result, refuse } from '../util/result.ts';
import type { BoxPair } from '../util/sealedBox.ts';
import type { HostHand } from './conductor.ts';
import { dealRound } from './dealRound.ts';
import { openDots, openRunSeal, type RunSeal, sealRun } from './voteSeal.ts';

interface HostHandParts {
  readonly jam: Jam;
  readonly device: DeviceId;
  readonly context: Context;
  /** Lets go of what is scheduled when the conductor ends. */
  readonly later: Schedule;
  readonly box: BoxPair;
  readonly here: () => readonly MemberId[];
  readonly elapsed: () => number;
}

/** A closing vote waits so often, so long, for everybody's last dots, ms. */
const CLOSING_STEP = 250;
const CLOSING_STEPS = 12;

export function createHostHand({ jam, device, context, later, box, here, elapsed }: HostHandParts): HostHand {
  let closing = false;
  const course = (): Course => jam.courseOf(jam.snapshot());

  const mayTake = (): boolean => {
    const { hosts } = course();
    return hosts.has(jam.me) || !here().some((member) => hosts.has(member));
  };
  const nominated = (): readonly IdeaId[] => {
    const snapshot = jam.snapshot();
    const named = [...course().runs].reverse().find(({ kind }) => kind === 'nominate');
    return named === undefined ? [] : readNominees(snapshot, snapshot.course, named).map(({ idea }) => idea);
  };
  /** A second key holder exists before the first ballot, so that a dead host costs nothing. */
  const sealVote = (): RunSeal => {
    const { boxKeys } = jam.snapshot().course;
    const withKey = new Set([...boxKeys.values()].map(({ member }) => member));
    const others = here().filter((member) => member !== jam.me && withKey.has(member));
    if (others[0] !== undefined && !others.some((member) => course().hosts.has(member))) {
      jam.run('host.set', { member: others[0], host: true });
    }
    return sealRun(jam.snapshot().course, course().hosts, context);
  };
  const start = (phase: Phase, round: number): Result<unknown> => {
    const roster = [...new Set(here())].sort();
    const snapshot = jam.snapshot();
    const input = { phase: phase.id, round, roster, running: true };
    if (phase.kind === 'vote') {
      const list = nominated();
      // Nobody becomes a host for a vote that does not begin.
      if (list.length === 0) return jam.run('run.start', { ...input, list });
      return jam.run('run.start', { ...input, list, seal: sealVote() });
    }
    if (phase.kind !== 'rotate') return jam.run('run.start', input);
    const { lineage } = jam.structureOf(snapshot);
    return jam.run('run.start', {
      ...input,
      dealt: dealRound(snapshot, lineage, course(), roster, context.newId()),
    });
  };
  const moveClock = (move: ClockMove, ms = 0): Result<unknown> =>
    jam.run('clock.move', { move, elapsed: Math.round(elapsed()), ms });

  const haveAllSaid = (run: Run, since: number): boolean => {
    const said = new Set(
      ballotsOf(jam.snapshot().course, run.id)
        .filter(({ lamport }) => lamport > since)
        .map(({ by }) => by),
    );
    return here().every((member) => said.has(member));
  };
  const countWhenAllSaid = (run: Run, pair: BoxPair, since: number, steps: number): void => {
    // Somebody let it go on, or went on, meanwhile.
    if (course().current?.id !== run.id || !course().clock.closing) {
      closing = false;
      return;
    }
    if (steps > 0 && !haveAllSaid(run, since)) {
      later(CLOSING_STEP, () => countWhenAllSaid(run, pair, since, steps - 1));
      return;
    }
    closing = false;
    const { ideas, course: records } = jam.snapshot();
    const tally = countBallots(
      run,
      ballotsOf(records, run.id),
      (ballot) => openDots(run, ballot, pair),
      (idea) => ideas.get(idea)?.bin === false,
    );
    jam.run('run.close', { run: run.id, tally });
  };

  return {
    load: (template, plans) => jam.run('course.load', { template, plans }),
    start(id, round = 1) {
      const phase = jam.snapshot().course.phases.get(id);
      if (phase === undefined) return refuse('no-such-phase', 'That phase is not in this setlist.');
      return start(phase, round);
    },
    goOn() {
      const { next, current } = course();
      if (next !== null) return start(next.phase, next.round);
      if (current === null) return refuse('no-setlist', 'There is no setlist yet: choose one first.');
      return jam.run('run.start', { phase: null, round: 1, roster: [], running: false });
    },
    goBack() {
      const { runs, current } = course();
      const before = [...runs].reverse().find(({ phase }) => phase !== current?.phase);
      const phase = before === undefined ? undefined : jam.snapshot().course.phases.get(before.phase);
      if (phase === undefined) return refuse('at-the-start', 'There is no phase before this one.');
      return start(phase, 1);
    },
    leaveSetlist: () => jam.run('run.start', { phase: null, round: 1, roster: [], running: false }),
    pause: () => moveClock('pause'),
    resume: () => moveClock('resume'),
    addMinutes: (minutes) => moveClock('add', minutes * 60_000),
    closeVote() {
      const vote = openVote(course());
      if (vote === null) return refuse('no-vote', 'That vote is not open any more.');
      if (!course().hosts.has(jam.me)) return refuse('not-the-host', 'Only a host closes the vote.');
      const pair = openRunSeal(vote, device, box);
      if (pair === null)
        return refuse(
          'no-key',
          'This laptop does not hold the key of this vote: another host closes it, or you start it again.',
        );
      if (closing) return ok(null);
      closing = true;
      moveClock('close');
      const since = course().clock.event?.lamport ?? 0;
      countWhenAllSaid(vote, pair, since, CLOSING_STEPS);
      return ok(null);
    },
    mayTake,
    take: () =>
      mayTake()
        ? jam.run('host.take', {})
        : refuse('not-the-host', 'A host is here and leads the course: ask them.'),
    nameHost: (member, host) => jam.run('host.set', { member, host }),
  };
}
