/** What a command does to a jam: the unit that rules allow or refuse. */
export const ACTS = [
  'add',
  'edit',
  'move',
  'riff',
  'connect',
  'group',
  'comment',
  'spark',
  'vote',
  'decide',
  'arrange',
] as const;
export type Act = (typeof ACTS)[number];
