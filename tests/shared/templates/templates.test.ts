import { describe, expect, it } from 'vitest';
import { COURSE_LIMITS } from '../../../shared/model/course.ts';
import { PHASE_KINDS } from '../../../shared/phases/registry.ts';
import { TEMPLATES, templateNamed } from '../../../shared/templates/registry.ts';
import { planTemplate, sumMinutes } from '../../../shared/templates/template.ts';

describe.each(TEMPLATES)('the template $name', (template) => {
  const sizes = Array.from(
    { length: template.people.most - template.people.least + 1 },
    (_, i) => template.people.least + i,
  );

  it('is found by its name', () => {
    expect(templateNamed(template.name)).toBe(template);
  });

  it('has boxes that add up to its promise for every size of room', () => {
    for (const people of sizes)
      expect(sumMinutes(planTemplate(template, people))).toBe(template.minutes(people));
  });

  it('asks only for kinds that exist, within the bounds of a setlist', () => {
    const names = PHASE_KINDS.map(({ name }) => name);
    for (const plan of planTemplate(template, template.people.most)) {
      expect(names).toContain(plan.kind);
      expect(plan.minutes).toBeGreaterThanOrEqual(COURSE_LIMITS.minutes.least);
      expect(plan.options.rounds).toBeLessThanOrEqual(COURSE_LIMITS.rounds);
      expect(plan.title.length).toBeLessThanOrEqual(COURSE_LIMITS.title);
    }
  });

  it('guides its host on one screen', () => {
    expect(template.guide.length).toBeGreaterThan(2);
    expect(template.guide.length).toBeLessThan(9);
  });
});

it('a riff session takes fifty minutes for five to twelve people', () => {
  const template = templateNamed('riff-session');
  for (let people = 5; people <= 12; people++) expect(template?.minutes(people)).toBe(50);
});
