import { describe, expect, it } from 'vitest';
import { createDates } from '../../../renderer/ui/dates.ts';

const noon = new Date(2026, 4, 18, 12, 0).getTime();
const later = new Date(2026, 4, 18, 14, 13).getTime();
const { sayDay, sayDue, sayRecent, sayTime, sayWhen } = createDates('en-GB');

describe('days as people say them', () => {
  it('says the time on the same day and the day on another', () => {
    expect(sayWhen(later, noon)).toBe('14:13');
    expect(sayWhen(noon, noon + 3 * 86_400_000)).toBe('18 May');
  });

  it('says today and yesterday', () => {
    expect(sayRecent(noon, later)).toBe('Today');
    expect(sayRecent(noon, later + 86_400_000)).toBe('Yesterday');
  });

  it('adds the year when it is another one', () => {
    expect(sayDay(noon, new Date(2027, 0, 1).getTime())).toBe('18 May 2026');
  });

  it('says the weekday of a date to keep, and leaves what is no date alone', () => {
    expect(sayDue('2026-05-20')).toBe('Wednesday 20 May');
    expect(sayDue('soon')).toBe('soon');
  });

  it('is in English in the order of the region that the system speaks of', () => {
    const boston = createDates('en-US');
    expect(boston.sayDay(noon, noon)).toBe('May 18');
    expect(boston.sayTime(later)).toMatch(/^2:13\sPM$/);
    expect(boston.sayDue('2026-05-20')).toBe('Wednesday, May 20');
    const vienna = createDates('de-AT');
    expect(vienna.sayDay(noon, noon)).toBe('18 May');
    expect(sayTime(later)).toBe(vienna.sayTime(later));
  });

  it('takes the likeliest region of a language that comes without one', () => {
    expect(createDates('de').locale).toBe('en-DE');
  });
});
