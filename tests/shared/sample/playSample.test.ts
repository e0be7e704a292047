import { describe, expect, it } from 'vitest';
import { createBoardLayout } from '../../../shared/ideas/boardLayout.ts';
import { rectsTouch } from '../../../shared/model/geometry.ts';
import { playSample } from '../../../shared/sample/playSample.ts';
import { SAMPLE } from '../../../shared/sample/sample.ts';
import { openPerson } from '../../support/threePeople.ts';

describe('the sample, played', () => {
  it('is a jam of many voices in which every idea has a settled number and no sheet covers another', () => {
    const reader = openPerson('reader', 1);
    const report = reader.jam.merge(playSample(SAMPLE, Date.UTC(2026, 2, 3, 9)));
    expect(report.refused).toBeNull();
    for (const session of reader.jam.log.sessions()) {
      expect(reader.jam.log.hello(session)?.signature).toHaveLength(64);
    }
    const snapshot = reader.jam.snapshot();
    expect(snapshot.ideas.size).toBe(SAMPLE.ideas.length);
    expect(snapshot.settled.size).toBe(SAMPLE.ideas.length);
    expect(new Set([...snapshot.ideas.values()].map((idea) => idea.born.author)).size).toBeGreaterThan(6);
    expect([...snapshot.members.values()].map(({ name }) => name).sort()).toEqual(
      SAMPLE.people.map(({ name }) => name).sort(),
    );
    const sheets = [...createBoardLayout('main').update(snapshot, null).sheets.values()];
    for (const [index, a] of sheets.entries()) {
      for (const b of sheets.slice(index + 1))
        expect(rectsTouch(a, b), `${a.label} on ${b.label}`).toBe(false);
    }
    expect(new Set(sheets.map(({ label }) => label)).size).toBe(sheets.length);
  });
});
