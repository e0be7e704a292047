import { beforeEach, describe, expect, it } from 'vitest';
import { tellNews } from '../../../../renderer/session/room/tellNews.ts';
import { openPerson } from '../../../support/threePeople.ts';

const at = (x: number) => ({ board: 'main', group: null, x, y: 0, auto: false });

describe('news of the others', () => {
  let now = 0;
  let said: string[] = [];
  beforeEach(() => {
    now = 1_000_000;
    said = [];
  });

  /** Alice with one idea, Bob with her copy, and what Bob is told. */
  function aliceAndBob() {
    const alice = openPerson('alice', 1).jam;
    alice.run('jam.start', { challenge: 'The last bus', name: 'Alice' });
    alice.run('idea.add', { place: at(0), text: 'Vans take people' });
    const bob = openPerson('bob', 2).jam;
    bob.merge(alice.records());
    const news = tellNews(
      bob,
      () => now,
      (sentence) => said.push(sentence),
    );
    const hear = (): void => void bob.merge(alice.records());
    const beats = (count: number): void => {
      for (let beat = 0; beat < count; beat++) {
        now += 2_000;
        news.follow('everyone');
      }
    };
    return { alice, bob, news, hear, beats };
  }
  type Jam = ReturnType<typeof aliceAndBob>['alice'];
  const add = (jam: Jam, x: number, text: string): void => void jam.run('idea.add', { place: at(x), text });

  it('are one line, once everyone has everything again, of what they did meanwhile', () => {
    const { alice, bob, news, hear, beats } = aliceAndBob();
    beats(2);
    news.follow('alone');
    add(alice, 300, 'On Sundays');
    add(bob, 600, 'By bicycle');
    now += 30_000;
    news.follow('behind');
    hear();
    news.follow('behind');
    expect(said).toEqual([]);
    beats(2);
    expect(said).toEqual(['1 new idea, by Alice.']);
  });

  it('wait for whoever parts again before all of it was there', () => {
    const { alice, news, hear, beats } = aliceAndBob();
    beats(1);
    news.follow('alone');
    add(alice, 300, 'On Sundays');
    news.follow('behind');
    hear();
    news.follow('alone');
    news.follow('behind');
    beats(1);
    expect(said).toEqual(['1 new idea, by Alice.']);
  });

  it('are told to a laptop that slept, though what waited in it came in while all seemed well', () => {
    const { alice, news, hear, beats } = aliceAndBob();
    beats(2);
    add(alice, 300, 'On Sundays');
    now += 60_000;
    news.follow('everyone');
    hear();
    news.follow('everyone');
    news.follow('alone');
    now += 1_000;
    news.follow('behind');
    beats(3);
    expect(said).toEqual(['1 new idea, by Alice.']);
  });

  it('are none of what one sees come in while together', () => {
    const { alice, hear, beats } = aliceAndBob();
    beats(2);
    add(alice, 300, 'On Sundays');
    hear();
    beats(2);
    expect(said).toEqual([]);
  });
});
