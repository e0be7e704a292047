import { beforeEach, describe, expect, it } from 'vitest';
import type { Way } from '../../../shared/link/carrier.ts';
import { createDialler, type Dialler } from '../../../shared/link/dialler.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { createVirtualClock, type VirtualClock } from '../../simulation/virtualClock.ts';

let clock: VirtualClock;
let start: number;
let did: { what: string; at: number }[];
let way: Way | null;
let dialler: Dialler;
let forgotten: string[];

beforeEach(() => {
  clock = createVirtualClock();
  start = clock.now();
  did = [];
  way = null;
  forgotten = [];
  const note = (what: string) => (): void => void did.push({ what, at: clock.now() - start });
  dialler = createDialler({
    context: createSeededContext(1),
    schedule: clock.schedule,
    dial: note('dial'),
    drop: note('drop'),
    callRelay: note('relay'),
    forget: (peer) => void forgotten.push(peer),
    wayTo: () => way,
  });
});

const times = (what: string): number[] => did.filter((one) => one.what === what).map(({ at }) => at);

describe('dialling', () => {
  it('turns to the relay when no direct path has opened in 5 s', async () => {
    dialler.onTried('bob');
    dialler.onAnswered('bob');
    await clock.pass(15_000);
    expect(times('relay')).toEqual([5000]);
    expect(times('dial')).toEqual([]);
  });

  it('does so at once when the direct path has failed', async () => {
    dialler.onTried('bob');
    dialler.onAnswered('bob');
    dialler.onFailed('bob');
    expect(times('relay')).toEqual([0]);
  });

  it('gives up an attempt that has opened nothing for 20 s, and begins another', async () => {
    dialler.onTried('bob');
    dialler.onAnswered('bob');
    await clock.pass(21_000);
    expect(times('drop')).toEqual([20_000]);
    expect(times('dial')).toHaveLength(1);
  });

  it('dials at once after a loss, then ever later, never more than some seconds apart', async () => {
    way = 'direct';
    dialler.onLink('bob', 'opened');
    way = null;
    dialler.onLink('bob', 'silent');
    await clock.pass(120_000);
    const dials = times('dial');
    expect(dials[0]).toBe(0);
    const gaps = dials.slice(1).map((at, i) => at - (dials[i] ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(15_000);
    expect(gaps.length).toBeGreaterThan(8);
    expect(gaps.at(-1)).toBeGreaterThan(gaps[0] ?? 0);
  });

  it('leaves whoever said goodbye alone', async () => {
    way = 'direct';
    dialler.onLink('bob', 'opened');
    way = null;
    dialler.onLink('bob', 'left');
    await clock.pass(60_000);
    expect(times('dial')).toEqual([]);
  });

  it('lets whoever was refused wait', async () => {
    dialler.onTried('mallory');
    way = null;
    dialler.onLink('mallory', 'opened');
    dialler.onLink('mallory', 'refused');
    await clock.pass(1000);
    expect(times('dial')).toEqual([]);
    await clock.pass(10_000);
    expect(times('dial').length).toBeGreaterThan(0);
  });

  it('looks for a direct path again while a link is relayed', async () => {
    way = 'relayed';
    dialler.onLink('bob', 'opened');
    await clock.pass(300_000);
    expect(times('dial').length).toBeGreaterThan(1);
    expect(times('drop')).toEqual([]);
  });

  it('dials anew when the relay is lost after a direct path was looked for in vain', async () => {
    way = 'relayed';
    dialler.onLink('bob', 'opened');
    dialler.onTried('bob');
    dialler.onAnswered('bob');
    dialler.onFailed('bob');
    way = null;
    dialler.onLink('bob', 'lost');
    await clock.pass(1000);
    expect(times('dial')).toHaveLength(1);
  });

  it('remembers of any number that hubs make up only some, and whoever was linked', async () => {
    way = 'direct';
    dialler.onLink('bob', 'opened');
    way = null;
    dialler.onLink('bob', 'silent');
    for (let i = 0; i < 1000; i++) dialler.onTried(`nobody ${i}`);
    await clock.pass(60_000);
    expect(forgotten.length).toBeGreaterThan(850);
    expect(forgotten).not.toContain('bob');
    expect(clock.pending).toBeLessThan(300);
    const dials = times('dial').length;
    await clock.pass(60_000);
    expect(times('dial').length).toBeGreaterThan(dials);
    await clock.pass(30 * 60_000);
    expect(forgotten).toHaveLength(1001);
    expect(clock.pending).toBe(0);
  });

  it('tries everybody who is not linked when the laptop wakes', async () => {
    dialler.onTried('bob');
    dialler.onLink('bob', 'opened');
    dialler.onLink('bob', 'lost');
    await clock.pass(300_000);
    did.length = 0;
    dialler.wake();
    expect(times('dial')).toHaveLength(1);
  });
});
