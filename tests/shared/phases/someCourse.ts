/** Course records by hand, for folds that need no document. */
import {
  type Ballot,
  type ClockEvent,
  type CourseRecords,
  NO_COURSE,
  type Phase,
  PLAIN_OPTIONS,
  type Run,
} from '../../../shared/model/course.ts';

export function somePhase(id: string, order: number, more: Partial<Phase> = {}): Phase {
  return {
    id,
    kind: 'riff',
    title: id,
    prompt: '',
    minutes: 5,
    options: PLAIN_OPTIONS,
    order,
    gone: false,
    ...more,
  };
}

export function someRun(id: string, more: Partial<Run> = {}): Run {
  return {
    id,
    phase: 'p1',
    after: null,
    kind: 'riff',
    round: 1,
    options: PLAIN_OPTIONS,
    roster: [],
    dealt: new Map(),
    list: [],
    seal: null,
    holders: new Map(),
    by: 'ana',
    lamport: 1,
    at: 0,
    ...more,
  };
}

export function someEvent(key: string, more: Partial<ClockEvent>): ClockEvent {
  return { key, run: 'r1', move: 'start', elapsed: 0, ms: 0, by: 'ana', lamport: 1, at: 0, ...more };
}

export function someBallot(key: string, more: Partial<Ballot> = {}): Ballot {
  return { key, run: 'r1', device: 'laptop', box: key, by: 'ana', lamport: 1, at: 0, ...more };
}

export function records(parts: {
  readonly phases?: readonly Phase[];
  readonly runs?: readonly Run[];
  readonly more?: Partial<CourseRecords>;
}): CourseRecords {
  return {
    ...NO_COURSE,
    phases: new Map((parts.phases ?? []).map((phase) => [phase.id, phase])),
    runs: new Map((parts.runs ?? []).map((run) => [run.id, run])),
    ...parts.more,
  };
}
