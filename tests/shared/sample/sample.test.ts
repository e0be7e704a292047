import { describe, expect, it } from 'vitest';
import { layoutFromScratch } from '../../../shared/ideas/boardLayout.ts';
import { GROUP_HEAD } from '../../../shared/ideas/groupAreas.ts';
import { IDEA_KINDS, ideaKind } from '../../../shared/ideas/kinds.ts';
import { fitRoot, fitSheet } from '../../../shared/ideas/sheetText.ts';
import { MODULE, type Rect, rectsTouch, rowsHeight } from '../../../shared/model/geometry.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { BONDS, OUTCOMES } from '../../../shared/model/snapshot.ts';
import { SAMPLE } from '../../../shared/sample/sample.ts';
import { modulePoint, type SampleIdea, sampleGroupRect } from '../../../shared/sample/sampleJam.ts';
import { sampleSnapshot } from './sampleSnapshot.ts';

const { ideas, groups, people, comments, decisions, connectors } = SAMPLE;
const byRef = new Map(ideas.map((idea) => [idea.ref, idea]));
const hasRiffs = (ref: string) => ideas.some(({ parents }) => parents.some((parent) => parent.ref === ref));
const isLargeRoot = (idea: SampleIdea) => idea.parents.length === 0 && hasRiffs(idea.ref);

function rectOf(idea: SampleIdea): Rect {
  return { ...modulePoint(idea), w: MODULE.w, h: rowsHeight(isLargeRoot(idea) ? 2 : 1) };
}

describe('the sample jam', () => {
  it('is about 60 ideas by eight or nine people, with everything that a jam has', () => {
    expect(ideas.length).toBeGreaterThanOrEqual(55);
    expect(ideas.length).toBeLessThanOrEqual(70);
    expect(people).toHaveLength(9);
    expect(comments.length).toBeGreaterThanOrEqual(40);
    expect(decisions.length).toBeGreaterThanOrEqual(6);
    expect(new Set(ideas.map(({ kind }) => kind))).toEqual(new Set(IDEA_KINDS.map(({ id }) => id)));
    expect(new Set(ideas.flatMap(({ parents }) => parents.map(({ bond }) => bond)))).toEqual(new Set(BONDS));
    expect(new Set(decisions.map(({ outcome }) => outcome))).toEqual(new Set(OUTCOMES));
    for (const { ref } of people)
      expect(ideas.filter(({ author }) => author === ref).length, ref).toBeGreaterThanOrEqual(4);
    for (const text of Object.values(SAMPLE.brief)) expect(text.length).toBeGreaterThan(40);
  });

  it('refers only to what is there, once each, parents before children and words after their idea', () => {
    expect(new Set([...ideas, ...groups, ...people].map(({ ref }) => ref)).size).toBe(
      ideas.length + groups.length + people.length,
    );
    const person = new Set(people.map(({ ref }) => ref));
    const group = new Set(groups.map(({ ref }) => ref));
    const seen = new Set<string>();
    for (const idea of ideas) {
      expect(person.has(idea.author), idea.ref).toBe(true);
      expect(group.has(idea.group), idea.ref).toBe(true);
      for (const { ref } of idea.parents) {
        expect(seen.has(ref), `${idea.ref} before its parent ${ref}`).toBe(true);
        expect(byRef.get(ref)?.minute, idea.ref).toBeLessThan(idea.minute);
      }
      seen.add(idea.ref);
    }
    for (const { idea, by, minute } of [...comments, ...decisions]) {
      expect(person.has(by)).toBe(true);
      expect(minute, idea).toBeGreaterThan(byRef.get(idea)?.minute ?? Number.POSITIVE_INFINITY);
      expect(minute).toBeLessThanOrEqual(SAMPLE.minutes);
    }
    for (const { from, to, by, minute, label } of connectors) {
      expect(byRef.has(from) && byRef.has(to) && person.has(by) && label.length < 24).toBe(true);
      expect(minute).toBeGreaterThan(Math.max(byRef.get(from)?.minute ?? 99, byRef.get(to)?.minute ?? 99));
    }
    for (const { owner } of decisions) if (owner !== null) expect(person.has(owner)).toBe(true);
    expect(
      decisions.filter(
        ({ outcome, owner, firstStep }) => outcome === 'promote' && (owner === null || firstStep === ''),
      ),
    ).toEqual([]);
  });

  it('combines across trees, and keeps as fresh only what nobody has riffed on', () => {
    const rootOf = (idea: SampleIdea): string => {
      const parent = byRef.get(idea.parents[0]?.ref ?? '');
      return parent ? rootOf(parent) : idea.ref;
    };
    const across = ideas.filter(
      ({ parents }) => new Set(parents.map(({ ref }) => rootOf(byRef.get(ref) as SampleIdea))).size > 1,
    );
    expect(across.length).toBeGreaterThanOrEqual(3);
    for (const idea of ideas) {
      if (idea.parents.length > 1) expect(idea.parents.every(({ bond }) => bond === 'combine')).toBe(true);
      expect(idea.group === 'area-fresh', idea.ref).toBe(idea.parents.length === 0 && !hasRiffs(idea.ref));
    }
  });

  it('lies on the module grid, reads from left to right, overlaps nowhere and stays inside its groups', () => {
    ideas.forEach((idea, i) => {
      for (const other of ideas.slice(0, i))
        expect(rectsTouch(rectOf(idea), rectOf(other)), `${idea.ref} on ${other.ref}`).toBe(false);
      for (const { ref, bond } of idea.parents) {
        const parent = byRef.get(ref) as SampleIdea;
        if (bond !== 'combine') expect(idea.column, idea.ref).toBe(parent.column + 1);
        else expect(idea.parents.some((one) => (byRef.get(one.ref)?.column ?? 99) < idea.column)).toBe(true);
      }
      const group = groups.find(({ ref }) => ref === idea.group);
      const area = group && sampleGroupRect(group, GROUP_HEAD);
      const rect = rectOf(idea);
      expect(
        area &&
          rect.x >= area.x &&
          rect.y >= area.y + GROUP_HEAD &&
          rect.x + rect.w <= area.x + area.w &&
          rect.y + rect.h <= area.y + area.h,
        idea.ref,
      ).toBe(true);
    });
    groups.forEach((group, i) => {
      for (const other of groups.slice(0, i))
        expect(rectsTouch(sampleGroupRect(group, GROUP_HEAD), sampleGroupRect(other, GROUP_HEAD))).toBe(
          false,
        );
    });
  });

  it('has texts that fit on their sheets, two lines where a rule or a frame needs room', () => {
    for (const idea of ideas) {
      const { cut } = ideaKind(idea.kind);
      const twoInks = new Set(idea.parents.map(({ ref }) => byRef.get(ref)?.group)).size > 1;
      expect(idea.text.length, idea.ref).toBeLessThanOrEqual(isLargeRoot(idea) ? 45 : 70);
      if (isLargeRoot(idea)) expect(fitRoot(idea.text, cut, twoInks)?.rows, idea.text).toBe(2);
      else {
        const { rows, lines } = fitSheet(idea.text, cut, twoInks);
        expect(rows, idea.text).toBe(1);
        expect(lines.length, idea.text).toBeLessThanOrEqual(cut === 'rule' || cut === 'frame' ? 2 : 3);
      }
    }
  });

  it('is drawn where it was laid: nothing has to be displaced', () => {
    const layout = layoutFromScratch(sampleSnapshot(), MAIN_BOARD);
    for (const idea of ideas) {
      const sheet = layout.sheets.get(idea.ref);
      expect({ x: sheet?.x, y: sheet?.y, h: sheet?.h }, idea.ref).toEqual({
        ...modulePoint(idea),
        h: rectOf(idea).h,
      });
    }
    expect(layout.cables.size).toBe(ideas.reduce((sum, { parents }) => sum + parents.length, 0));
    expect(layout.connectors.size).toBe(connectors.length);
  });
});
