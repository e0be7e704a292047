/** Who has written in this jam, as ink discs in alphabetical order: nobody is counted, nobody is marked. */
import { useMemo } from 'react';
import type { MemberId } from '../../shared/model/ids.ts';
import type { JamSnapshot } from '../../shared/model/snapshot.ts';
import { sayCount } from '../ui/counts.ts';
import { nameOf } from '../ui/records.ts';
import { useSession, useSnapshot } from '../ui/session.tsx';
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
  const people = useMemo(() => contributors(session.view().snapshot, me), [ideas, comments, members, me]);
  const shown = people.length > MOST ? people.slice(0, MOST - 1) : people;
  const more = people.length - shown.length;

  return (
    <div className="people">
      <ul aria-label={`In this jam: ${sayCount(people.length, 'person', 'people')}`}>
        {shown.map(({ id, name }) => (
          <li key={id}>
            <Disc name={name} me={id === me} />
          </li>
        ))}
        {more > 0 ? (
          <li>
            <span className="disc" role="img" aria-label={`and ${more} more`}>
              +{more}
            </span>
          </li>
        ) : null}
      </ul>
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
