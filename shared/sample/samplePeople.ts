import type { SampleGroup, SamplePerson } from './sampleJam.ts';

/** All invented, as are the valley, its villages and its pass. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { ref: 'ragna', name: 'Ragna Thorsby', expertise: 'midwife in Brenna' },
  { ref: 'farid', name: 'Farid Naseri', expertise: 'obstetrician in Koldring' },
  { ref: 'jonas', name: 'Jonas Brekkan', expertise: 'paramedic, nights' },
  { ref: 'amara', name: 'Amara Diallo', expertise: 'mother of two' },
  { ref: 'petra', name: 'Petra Lindqvist', expertise: 'county health board' },
  { ref: 'tomek', name: 'Tomek Wilk', expertise: 'roads and snow' },
  { ref: 'sushila', name: 'Sushila Rao', expertise: 'health statistics' },
  { ref: 'elin', name: 'Elin Aas', expertise: 'family doctor in Tolle' },
  { ref: 'mateus', name: 'Mateus Figueira', expertise: 'keeps the guest house' },
];

/** Three bands, and the fresh sheets first. */
export const SAMPLE_GROUPS: readonly SampleGroup[] = [
  { ref: 'area-fresh', name: 'Fresh', role: 'fresh', column: 0, row: 0, columns: 1, rows: 7 },
  { ref: 'area-wait', name: 'Near enough to wait', role: 'area', column: 1, row: 0, columns: 4, rows: 4 },
  { ref: 'area-road', name: 'On the road', role: 'area', column: 5, row: 0, columns: 5, rows: 4 },
  { ref: 'area-hands', name: 'Hands in the valley', role: 'area', column: 1, row: 5, columns: 5, rows: 4 },
  { ref: 'area-early', name: 'Knowing early', role: 'area', column: 6, row: 5, columns: 4, rows: 3 },
  {
    ref: 'area-heard',
    name: 'What the valley is told',
    role: 'area',
    column: 1,
    row: 10,
    columns: 8,
    rows: 3,
  },
];
