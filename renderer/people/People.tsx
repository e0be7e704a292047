/**
 * The people of a jam as ink discs, oneself first, then by name: nobody is counted, nobody is marked. While the door is
 * open those who are here; else those who have written in it.
 */
import { useMemo } from 'react';
import type { MemberId } from '../../shared/model/ids.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';
import { Button } from '../ui/Button.tsx';
import { sayCount, sayNumber } from '../ui/counts.ts';
import { nameOf } from '../ui/records.ts';
import { useRoom, useSession, useSnapshot } from '../ui/session.tsx';
import { Disc } from './Disc.tsx';
import './People.css';

const MOST = 9;

export function People() {
  const session = useSession();
  const ideas = useSnapshot((snapshot) => snapshot.ideas);
  const comments = useSnapshot((snapshot) => snapshot.comments);
  const members = useSnapshot((snapshot) => snapshot.members);
  const me = session.jam.me;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read through the snapshot, renewed with these parts
  const wrote = useMemo(() => contributors(session.view().snapshot, me), [ideas, comments, members, me]);
  const open = useRoom((state) => state.phase !== 'closed');
  const here = useRoom((state) => state.people);
  const people = open ? here.map(({ member, name }) => ({ id: member, name })) : wrote;
  const shown = people.length > MOST ? people.slice(0, MOST - 1) : people;
  const more = people.length - shown.length;

  return (
    <div className={open ? 'people' : 'people people-past'}>
      <Button
        look="bare"
        className="people-here"
        aria-label={`${open ? 'Here' : 'In this jam'}: ${sayCount(people.length, 'person', 'people')}. Show them`}
        onPress={() => session.act('room.people')}
      >
        <span className="people-discs">
          {shown.map(({ id, name }) => (
            <Disc key={id} name={name} me={id === me} />
          ))}
          {more > 0 ? (
            <span className="disc" role="img" aria-label={`and ${more} more`}>
              +{more}
            </span>
          ) : null}
        </span>
        <span className="people-sum">{sayNumber(people.length)} here</span>
      </Button>
    </div>
  );
}

/** Oneself first, then by name. */
export function contributors(
  snapshot: JamSnapshot,
  me: MemberId,
): readonly { readonly id: MemberId; readonly name: string }[] {
  const ids = new Set<MemberId>();
  for (const { born, bin } of snapshot.ideas.values()) if (!bin) ids.add(born.author);
  for (const { by, gone } of snapshot.comments.values()) if (!gone) ids.add(by);
  if (snapshot.members.has(me)) ids.add(me);
  return [...ids]
    .map((id) => ({ id, name: nameOf(snapshot, id) }))
    .sort((a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name, 'en'));
}
