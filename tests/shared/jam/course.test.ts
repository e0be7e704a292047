import { describe, expect, it } from 'vitest';
import { readSnapshot } from '../../../shared/doc/readSnapshot.ts';
import type { PhaseId } from '../../../shared/model/course.ts';
import { readNominees } from '../../../shared/phases/nominees.ts';
import { DEFAULT_TEMPLATE } from '../../../shared/templates/registry.ts';
import { planTemplate } from '../../../shared/templates/template.ts';
import { createDice, exchange, openPerson, type Person } from '../../support/threePeople.ts';

const place = { board: 'main', group: null, x: 0, y: 0, auto: false };

function openRoom() {
  const [ana, bo, cy] = ['ana', 'bo', 'cy'].map((name, i) => openPerson(name, i + 1)) as [
    Person,
    Person,
    Person,
  ];
  ana.jam.run('jam.start', { challenge: 'Why does the lift stop?', name: 'Ana' });
  exchange([ana, bo, cy]);
  for (const { jam, name } of [bo, cy]) jam.run('member.set', { name });
  ana.jam.run('course.load', { template: 'riff-session', plans: planTemplate(DEFAULT_TEMPLATE, 3) });
  exchange([ana, bo, cy]);
  return { ana, bo, cy, everyone: [ana, bo, cy] };
}

const courseOf = ({ jam }: Person) => jam.courseOf(jam.snapshot());
const phaseOf = (person: Person, kind: string): PhaseId =>
  courseOf(person).phases.find((phase) => phase.kind === kind)?.id ?? '';

function start(host: Person, kind: string, list: readonly string[] = []) {
  const seal = { key: 'key', holders: new Map() };
  return host.jam.run('run.start', {
    phase: phaseOf(host, kind),
    round: 1,
    roster: ['member-ana', 'member-bo', 'member-cy'],
    running: true,
    list,
    ...(kind === 'vote' ? { seal } : null),
  });
}

describe('a phase', () => {
  it('refuses what its rule forbids with the rule in one sentence, to the host too', () => {
    const { ana, bo, everyone } = openRoom();
    start(ana, 'solo');
    exchange(everyone);
    for (const { jam } of [ana, bo]) {
      const refused = jam.run('idea.add', { place, text: 'too soon' });
      expect(refused).toMatchObject({ ok: false, code: 'not-in-this-phase' });
    }
    start(ana, 'riff');
    exchange(everyone);
    const added = bo.jam.run('idea.add', { place, text: 'now' });
    expect(added.ok).toBe(true);
    if (!added.ok) return;
    expect(bo.jam.run('comment.add', { idea: added.value.idea, text: 'no!' })).toMatchObject({ ok: false });
    expect(bo.jam.snapshot().ideas.get(added.value.idea)?.born.run).toBe(courseOf(bo).current?.id);
  });

  it('allows riffs where it forbids new roots', () => {
    const { ana, bo, everyone } = openRoom();
    start(ana, 'riff');
    const root = ana.jam.run('idea.add', { place, text: 'root' });
    start(ana, 'fresh');
    exchange(everyone);
    const idea = root.ok ? root.value.idea : '';
    expect(bo.jam.run('idea.add', { place, text: 'riff', parents: [{ idea, bond: 'build' }] }).ok).toBe(true);
    expect(bo.jam.run('idea.add', { place, text: 'root' }).ok).toBe(false);
  });

  it('that ran when the jam was opened cuts no undo before another one comes', () => {
    const { ana } = openRoom();
    start(ana, 'riff');
    const bo = openPerson('bo', 77);
    bo.jam.load(ana.jam.records(), null);
    expect(bo.jam.run('idea.add', { place, text: 'now' }).ok).toBe(true);
    ana.jam.run('clock.move', { move: 'add', elapsed: 0, ms: 60_000 });
    bo.jam.merge(ana.jam.records());
    expect(bo.jam.undoTitle()).not.toBeNull();
    start(ana, 'nominate');
    bo.jam.merge(ana.jam.records());
    expect(bo.jam.undoTitle()).toBeNull();
  });

  it('closes open texts and cuts undo, here and at everybody’s', () => {
    const { ana, bo, everyone } = openRoom();
    start(ana, 'riff');
    exchange(everyone);
    const added = bo.jam.run('idea.add', { place, text: 'mine' });
    const session = bo.jam.openText({ idea: added.ok ? added.value.idea : '', field: 'text' });
    expect(session.ok).toBe(true);
    expect(bo.jam.undoTitle()).not.toBeNull();
    start(ana, 'vote', [added.ok ? added.value.idea : '']);
    exchange(everyone);
    expect(bo.jam.undoTitle()).toBeNull();
    expect(bo.jam.openText({ idea: added.ok ? added.value.idea : '', field: 'text' })).toMatchObject({
      ok: false,
      code: 'not-in-this-phase',
    });
  });

  it('is moved by hosts only; a co-host takes over, and everybody sees it', () => {
    const { ana, bo, everyone } = openRoom();
    expect(start(bo, 'solo')).toMatchObject({ ok: false, code: 'not-the-host' });
    ana.jam.run('host.set', { member: 'member-bo', host: true });
    exchange(everyone);
    bo.jam.run('host.take', {});
    expect(start(bo, 'solo').ok).toBe(true);
    exchange(everyone);
    for (const person of everyone) {
      expect(courseOf(person).leader).toBe('member-bo');
      expect(courseOf(person).kind.name).toBe('solo');
    }
  });
});

describe('two hosts apart', () => {
  it('agree on one course when they meet, whoever merges first', () => {
    const { ana, bo, cy, everyone } = openRoom();
    ana.jam.run('host.set', { member: 'member-bo', host: true });
    exchange(everyone);
    start(ana, 'solo');
    start(bo, 'riff');
    start(bo, 'fresh');
    cy.jam.merge(bo.jam.records());
    cy.jam.merge(ana.jam.records());
    exchange(everyone);
    const [first, ...others] = everyone.map((person) => courseOf(person));
    for (const other of others) {
      expect(other.runs.map(({ id }) => id)).toEqual(first?.runs.map(({ id }) => id));
      expect(other.apart.map(({ id }) => id)).toEqual(first?.apart.map(({ id }) => id));
    }
    expect((first?.runs.length ?? 0) + (first?.apart.length ?? 0)).toBe(3);
  });
});

describe('drafts', () => {
  it('go in once, however often they are handed in, and get places and numbers in the order they are laid', () => {
    const { ana, bo, everyone } = openRoom();
    const solo = start(ana, 'solo');
    exchange(everyone);
    const run = solo.ok ? solo.value.run : '';
    const drafts = [
      { id: 'draft-1', text: 'one', kind: 'note' },
      { id: 'draft-2', text: 'two', kind: 'risk' },
      { id: 'draft-3', text: '  ', kind: 'note' },
    ];
    expect(bo.jam.run('drafts.reveal', { run, drafts })).toMatchObject({ ok: false, code: 'not-yet' });
    start(ana, 'reveal');
    exchange(everyone);
    bo.jam.run('drafts.reveal', { run, drafts });
    bo.jam.run('drafts.reveal', { run, drafts });
    exchange(everyone);
    ana.jam.run('ideas.lay', {
      places: [
        ['draft-2', { ...place, x: 0 }],
        ['draft-1', { ...place, x: 176 }],
      ],
    });
    exchange(everyone);
    const { ideas } = bo.jam.snapshot();
    expect(ideas.size).toBe(2);
    expect(ideas.get('draft-1')).toMatchObject({
      text: 'one',
      place: { x: 176, group: null },
      born: { run, author: 'member-bo' },
    });
    const { labels } = bo.jam.structureOf(bo.jam.snapshot());
    expect([labels.get('draft-2'), labels.get('draft-1')]).toEqual(['A', 'B']);
    // A second laying, by a co-host who didn't know of the first, moves nothing.
    ana.jam.run('ideas.lay', { places: [['draft-1', { ...place, x: 999 }]] });
    expect(ana.jam.snapshot().ideas.get('draft-1')?.place.x).toBe(176);
  });
});

describe('a vote', () => {
  it('opens only on a list and with a key, takes ballots until the close, and the first close counts', () => {
    const { ana, bo, everyone } = openRoom();
    start(ana, 'riff');
    const added = ana.jam.run('idea.add', { place, text: 'x' });
    const idea = added.ok ? added.value.idea : '';
    start(ana, 'nominate');
    exchange(everyone);
    expect(bo.jam.run('nominee.set', { idea, named: true }).ok).toBe(true);
    exchange(everyone);
    const nominate = courseOf(ana).current;
    const list =
      nominate === null ? [] : readNominees(ana.jam.snapshot(), ana.jam.snapshot().course, nominate);
    expect(list.map((one) => one.idea)).toEqual([idea]);
    expect(start(ana, 'vote')).toMatchObject({ ok: false, code: 'nothing-to-vote' });
    expect(start(ana, 'vote', [idea]).ok).toBe(true);
    exchange(everyone);
    const run = courseOf(bo).current?.id ?? '';
    expect(bo.jam.run('ballot.cast', { run, box: 'sealed' }).ok).toBe(true);
    const tally = { counted: [], aside: [], totals: new Map([[idea, [1, 0, 0]]]), voters: 1 };
    expect(bo.jam.run('run.close', { run, tally })).toMatchObject({ ok: false, code: 'not-the-host' });
    expect(ana.jam.run('run.close', { run, tally }).ok).toBe(true);
    expect(ana.jam.run('run.close', { run, tally })).toMatchObject({ ok: false, code: 'closed' });
    exchange(everyone);
    expect(bo.jam.run('ballot.cast', { run, box: 'late' })).toMatchObject({ ok: false, code: 'closed' });
    expect(courseOf(bo).closes.get(run)?.totals.get(idea)).toEqual([1, 0, 0]);
  });

  it('takes a name and a putting together back by undo, and brings them again by redo', () => {
    const { ana } = openRoom();
    start(ana, 'riff');
    const [from = '', into = ''] = ['one', 'two'].map((text) => {
      const added = ana.jam.run('idea.add', { place, text });
      return added.ok ? added.value.idea : '';
    });
    start(ana, 'nominate');
    const run = courseOf(ana).current;
    const listed = () =>
      run === null
        ? []
        : readNominees(ana.jam.snapshot(), ana.jam.snapshot().course, run).map(({ idea }) => idea);
    ana.jam.run('nominee.set', { idea: from, named: true });
    ana.jam.run('nominee.merge', { from, into, merged: true });
    expect(listed()).toEqual([into]);
    ana.jam.undo();
    expect(listed()).toEqual([from]);
    ana.jam.undo();
    expect(listed()).toEqual([]);
    ana.jam.redo();
    ana.jam.redo();
    expect(listed()).toEqual([into]);
  });

  it('holds everybody to the quota of nominations', () => {
    const { ana, bo, everyone } = openRoom();
    start(ana, 'riff');
    const ideas = [1, 2, 3].map((n) => {
      const added = ana.jam.run('idea.add', { place, text: `${n}` });
      return added.ok ? added.value.idea : '';
    });
    start(ana, 'nominate');
    exchange(everyone);
    const answers = ideas.map((idea) => bo.jam.run('nominee.set', { idea, named: true }).ok);
    expect(answers).toEqual([true, true, false]);
    bo.jam.run('nominee.set', { idea: ideas[0] ?? '', named: false });
    expect(bo.jam.run('nominee.set', { idea: ideas[2] ?? '', named: true }).ok).toBe(true);
  });
});

it('whatever is done to a running setlist loses no idea, riff or run, and all read the same', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const dice = createDice(seed);
    const { ana, bo, everyone } = openRoom();
    ana.jam.run('host.set', { member: 'member-bo', host: true });
    exchange(everyone);
    const ideas = new Set<string>();
    let runs = 0;
    for (let step = 0; step < 40; step++) {
      const host = dice(2) === 0 ? ana : bo;
      const { phases } = courseOf(host);
      const phase = phases[dice(Math.max(1, phases.length))]?.id ?? '';
      switch (dice(8)) {
        case 0:
          host.jam.run('phase.change', { changes: [{ phase, minutes: 1 + dice(20) }] });
          break;
        case 1:
          host.jam.run('phase.change', { changes: [{ phase, gone: dice(2) === 0 }] });
          break;
        case 2:
          host.jam.run('phase.change', {
            changes: [{ phase, after: phases[dice(phases.length)]?.id ?? null }],
          });
          break;
        case 3: {
          const [plan] = planTemplate(DEFAULT_TEMPLATE, 1 + dice(20)).slice(dice(9));
          if (plan !== undefined) host.jam.run('phase.insert', { plan, after: dice(2) === 0 ? phase : null });
          break;
        }
        case 4: {
          const list = [...host.jam.snapshot().ideas.keys()].slice(0, 3);
          const seal = { key: 'key', holders: new Map() };
          const roster = ['member-ana', 'member-bo'];
          if (host.jam.run('run.start', { phase, round: 1, roster, list, seal, running: true }).ok) runs++;
          break;
        }
        case 5: {
          const [parent] = host.jam.snapshot().ideas.keys();
          const parents =
            parent !== undefined && dice(2) === 0 ? [{ idea: parent, bond: 'build' as const }] : [];
          const added = host.jam.run('idea.add', { place, text: `${step}`, parents });
          if (added.ok) ideas.add(added.value.idea);
          break;
        }
        case 6:
          if (dice(2) === 0) exchange(everyone);
          break;
        default:
          host.jam.run('clock.move', { move: dice(2) === 0 ? 'pause' : 'resume', elapsed: dice(60_000) });
      }
    }
    exchange(everyone);
    const [first, ...others] = everyone.map((person) => courseOf(person));
    for (const other of others) expect(other).toEqual(first);
    expect((first?.runs.length ?? 0) + (first?.apart.length ?? 0)).toBe(runs);
    for (const { jam } of everyone) {
      expect([...ideas].every((id) => jam.snapshot().ideas.has(id))).toBe(true);
      expect(jam.snapshot().course).toEqual(readSnapshot(jam.doc).course);
    }
  }
});

describe('a hostile setlist', () => {
  it('with absurd fields is read within its bounds, the same everywhere', () => {
    const { ana, bo, everyone } = openRoom();
    const absurd = {
      kind: 'x'.repeat(500),
      title: 'y'.repeat(5_000),
      prompt: 'z'.repeat(10_000),
      minutes: Number.POSITIVE_INFINITY,
      options: { unsigned: true, advances: true, rounds: 1e9, dots: -4, cap: 2.5, nominations: 99_999 },
    };
    ana.jam.run('phase.insert', { plan: absurd, after: null });
    ana.jam.doc.transact(() => {
      const root = ana.jam.doc.getMap('setlist');
      root.set('bad:kind', 'riff');
      root.set('bad:minutes', 'soon');
      root.set('bad:options', ['what']);
      root.set('bad:order', Number.NaN);
      ana.jam.doc.getMap('runs').set('bad', { phase: 7 });
      ana.jam.doc.getMap('clock').set('bad', { move: 'explode' });
      ana.jam.doc.getMap('closes').set('r:1', { totals: { __proto__: [1] }, voters: -5 });
    });
    exchange(everyone);
    const [worst] = courseOf(bo).phases;
    expect(worst?.title.length).toBeLessThanOrEqual(120);
    expect(worst?.prompt.length).toBeLessThanOrEqual(1_000);
    expect(worst?.options).toMatchObject({ rounds: 12, dots: 5, cap: 3, nominations: 20 });
    for (const { minutes, options } of courseOf(bo).phases) {
      expect(Number.isFinite(minutes) && Number.isInteger(options.rounds)).toBe(true);
    }
    expect(bo.jam.snapshot().course).toEqual(ana.jam.snapshot().course);
  });
});

describe('somebody named to carry a decision', () => {
  it('while a room decides is asked, and only they can say yes or no', () => {
    const { ana, bo, cy, everyone } = openRoom();
    start(ana, 'riff');
    const added = ana.jam.run('idea.add', { place, text: 'x' });
    const idea = added.ok ? added.value.idea : '';
    start(ana, 'decide');
    const decision = { idea, outcome: 'promote', reason: 'it is cheap', firstStep: '', due: '' } as const;
    ana.jam.run('decision.set', { ...decision, owner: 'bo', dissent: 'too cheap' });
    exchange(everyone);
    const latest = ({ jam }: Person) =>
      [...jam.snapshot().decisions.values()].sort((a, b) => b.lamport - a.lamport)[0];
    expect(latest(bo)).toMatchObject({ owner: 'bo', accepted: false, dissent: 'too cheap' });
    expect(cy.jam.run('decision.carry', { idea, carry: true })).toMatchObject({
      ok: false,
      code: 'not-asked',
    });
    expect(bo.jam.run('decision.carry', { idea, carry: true }).ok).toBe(true);
    exchange(everyone);
    expect(latest(ana)).toMatchObject({
      owner: 'bo',
      accepted: true,
      reason: 'it is cheap',
      by: 'member-bo',
    });
    bo.jam.run('decision.carry', { idea, carry: false });
    exchange(everyone);
    expect(latest(ana)).toMatchObject({ owner: '', accepted: true });
  });
});
