import type { ListedJam } from '../../../shared/ipc/shell.ts';

type Row = readonly [number, number, number];

function tree(...rows: readonly (readonly [length: number, flags?: readonly number[]])[]): Row[] {
  const sheets: Row[] = [[0, 0, 0]];
  rows.forEach(([length, flags = []], row) => {
    for (let column = 1; column <= length; column++) sheets.push([column, row, flags[column - 1] ?? 0]);
  });
  return sheets;
}

function bars(seed: number): number[] {
  return Array.from({ length: 48 }, (_, slot) => {
    const wave = Math.sin(slot / 3 + seed) ** 2 * Math.exp(-((slot - 16) ** 2) / 500);
    return Math.min(1, 0.12 + wave * 0.8 + ((slot * 7919 + seed * 104_729) % 17) / 60);
  });
}

const day = 86_400_000;
export const harnessNow = Date.UTC(2026, 4, 19, 12);

function card(
  part: Partial<ListedJam> & Pick<ListedJam, 'jam' | 'title' | 'challenge'>,
  daysAgo: number,
): ListedJam {
  const changed = harnessNow - daysAgo * day;
  return {
    door: part.jam === 'jam-forty',
    created: changed - day,
    changed,
    people: 9,
    ideas: 29,
    promoted: 3,
    sample: false,
    trees: [tree([1], [3], [1]), tree([1], [3]), tree([2], [1], [3, [1, 1]]), tree([3, [0, 1]], [2])],
    signature: bars(daysAgo),
    binned: null,
    ...part,
  };
}

export const cards: readonly ListedJam[] = [
  card(
    { jam: 'jam-forty', title: 'Forty Degrees', challenge: 'Heat waves, and old people alone at home' },
    1,
  ),
  card(
    {
      jam: 'jam-bus',
      title: 'Last Bus Home',
      challenge: 'Night buses in a city of shift workers',
      people: 22,
      ideas: 214,
      promoted: 6,
      trees: Array.from({ length: 11 }, (_, i) =>
        tree([2 + (i % 3)], [3, i % 2 ? [0, 1, 1] : []], [1 + (i % 2)]),
      ),
    },
    17,
  ),
  card(
    {
      jam: 'jam-counter',
      title: 'One Counter',
      challenge: 'Keeping the village pharmacy open',
      people: 12,
      ideas: 88,
      promoted: 4,
      trees: [
        tree([2], [2], [3, [0, 1]], [1], [1]),
        tree([1], [2, [1]], [1], [3, [1, 1]]),
        tree([2], [3], [3], [1], [1]),
      ],
    },
    38,
  ),
  card({ jam: 'jam-water', title: 'Water for Allotments', challenge: 'Who waters when nobody may?' }, 51),
  card({ jam: 'jam-quiet', title: 'The Quiet Carriage', challenge: 'Why nobody is quiet in it' }, 66),
  card({ jam: 'jam-first', title: 'First Jobs', challenge: 'Work for those whom nobody has hired yet' }, 78),
  card(
    {
      jam: 'jam-eight',
      title: 'School at Eight',
      challenge: 'Could the first lesson begin later, for everybody?',
    },
    88,
  ),
  card(
    { jam: 'jam-paper', title: 'Interdepartmental procurement', challenge: 'Paper that nobody reads' },
    120,
  ),
];
