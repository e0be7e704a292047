/** What stands around the challenge, in the order it is asked. */
import type { BriefField } from '../../shared/model/snapshot.ts';

export const BRIEF_FIELDS: readonly {
  readonly field: Exclude<BriefField, 'challenge'>;
  readonly title: string;
  readonly ask: string;
}[] = [
  { field: 'why', title: 'Why it matters', ask: 'What happens if nothing happens?' },
  { field: 'stakeholders', title: 'Whom it touches', ask: 'Who lives with it, who pays, who can stop it?' },
  { field: 'constraints', title: 'What is given', ask: 'Money, time, law: what can’t be moved?' },
  { field: 'unknowns', title: 'What nobody knows yet', ask: 'What would we need to find out?' },
  { field: 'decider', title: 'Who decides, and how', ask: 'A name, and when' },
];
