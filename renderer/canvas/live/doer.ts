import type { PersonHere } from '../../stores/roomStore.ts';

/** Somebody else, as far as they are painted. */
export interface Doer extends Pick<PersonHere, 'doing'> {
  /** null: what they do is unsigned. */
  readonly name: string | null;
}
