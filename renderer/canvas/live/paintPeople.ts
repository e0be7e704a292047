/**
 * The others on my board: what they have selected, write on and hold, and over all of it their pointers. People are ink;
 * what they do is seen, never how much, and where a phase is unsigned never who.
 */
import { initialsOf } from '../../../shared/ideas/initials.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import type { PersonHere } from '../../stores/roomStore.ts';
import { doerName } from '../../ui/records.ts';
import type { Board } from '../board.ts';
import type { Doer } from './doer.ts';
import type { LiveBrush } from './liveBrush.ts';
import { paintHeld } from './paintHeld.ts';
import { paintOtherSelection } from './paintOtherSelection.ts';
import { paintPointer } from './paintPointer.ts';
import { paintWritten } from './paintWritten.ts';

/** Paints them; tells whether one is still gliding. */
export function paintPeople(board: Board, brush: LiveBrush): boolean {
  const { room, ui } = board.session;
  const { signing } = board.session.view();
  const others = room.store
    .getState()
    .people.filter(({ me }) => !me)
    .map((person) => ({ ...person, name: doerName(signing, person) }));
  if (others.length === 0) return false;
  const pointers = room.pointers.shown();
  const pointersOf = ({ peers }: Pick<PersonHere, 'peers'>) =>
    peers.flatMap(({ peer }) => pointers.get(peer) ?? []);
  const { editing } = ui.getState();
  for (const { doing } of others) if (doing !== null) paintOtherSelection(board, doing, brush);
  for (const [idea, writers] of writersIn(others))
    if (idea !== editing) paintWritten(board, idea, writers, brush);
  for (const person of others) paintHeld(board, person, pointersOf(person)[0] ?? null, editing, brush);
  let gliding = false;
  for (const person of others) {
    for (const motion of pointersOf(person)) gliding = paintPointer(board, person, motion, brush) || gliding;
  }
  return gliding;
}

/** Whether there is anything of them to paint. */
export function arePeopleHere(board: Board): boolean {
  return board.session.room.store.getState().people.length > 1;
}

/** The sheets that are being written on, with the initials of those who do as far as that is signed. */
function writersIn(people: readonly Doer[]): ReadonlyMap<IdeaId, string> {
  const writers = new Map<IdeaId, string>();
  for (const { doing, name } of people) {
    if (doing === null || doing.writing === null) continue;
    const known = writers.get(doing.writing);
    writers.set(doing.writing, [known, name === null ? '' : initialsOf(name)].filter(Boolean).join(' '));
  }
  return writers;
}
