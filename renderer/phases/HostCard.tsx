/** For the host's eyes: what to say now, what comes then, who hosts with them, and how far the room is. */
import { X } from 'lucide-react';
import type { MemberId } from '../../shared/model/ids.ts';
import { sayWords } from '../../shared/phases/phaseKind.ts';
import { TURNOUT_WORDS } from '../../shared/phases/turnout.ts';
import { Button } from '../ui/Button.tsx';
import { sayNumber } from '../ui/counts.ts';
import { PopMenu } from '../ui/PopMenu.tsx';
import { nameHere } from '../ui/records.ts';
import { useCourse, useRoom, useSession, useSnapshot } from '../ui/session.tsx';
import { turnout } from './courseWords.ts';
import './HostCard.css';

export function HostCard() {
  const session = useSession();
  const { guide } = useCourse((state) => state.course.kind);
  const options = useCourse((state) => state.course.current?.options);
  const done = useCourse((state) => state.readyCount);
  const here = useRoom((state) => state.people.length);
  const word = turnout(done, here);
  return (
    <aside className="host-card" aria-label="Host card">
      <section>
        <h2>Say</h2>
        <p className="host-card-say">{sayWords(guide.say, options)}</p>
      </section>
      <section>
        <h2>Then</h2>
        <p>{sayWords(guide.next, options)}</p>
      </section>
      <section>
        <h2>Hosts with you</h2>
        <CoHosts />
      </section>
      <section>
        <h2>The room</h2>
        <p>
          {here > 1 ? `${sayNumber(here)} here. ` : 'Nobody else is here yet. '}
          {word === null ? '' : `${TURNOUT_WORDS[word]}.`}
        </p>
      </section>
      <Button
        look="icon"
        className="host-card-away"
        aria-label="Put the host card away"
        onPress={() => session.act('course.card')}
      >
        <X size={18} strokeWidth={2} aria-hidden="true" />
      </Button>
    </aside>
  );
}

function CoHosts() {
  const session = useSession();
  const { me } = session.jam;
  const hosts = useCourse((state) => state.course.hosts);
  const people = useRoom((state) => state.people);
  const snapshot = useSnapshot((whole) => whole);
  const called = (member: MemberId): string => nameHere(snapshot, people, member);
  const others = [...hosts].filter((member) => member !== me);
  const free = people.filter(({ member }) => !hosts.has(member));
  const [first, ...rest] = free;
  const name = (member: MemberId, host: boolean): void => {
    const done = session.course.nameHost(member, host);
    if (!done.ok) session.notify(done.sentence, 'refusal');
  };
  return (
    <>
      {others.map((member) => (
        <p key={member} className="host-card-name">
          <b>{called(member)}</b>
          {member === snapshot.creator ? null : (
            <Button
              look="word"
              size="small"
              aria-label={`${called(member)} no longer hosts`}
              onPress={() => name(member, false)}
            >
              take back
            </Button>
          )}
        </p>
      ))}
      {first === undefined ? (
        others.length === 0 ? (
          <p>Nobody yet: name somebody as soon as they are here.</p>
        ) : null
      ) : (
        <p className="host-card-name">
          {others.length === 0 ? 'Nobody yet.' : null}
          <Button look="word" onPress={() => name(first.member, true)}>
            Name {first.name || 'the first who came'}
          </Button>
          {rest.length === 0 ? null : (
            <PopMenu
              label="Name somebody else"
              items={rest.map((person, i) => ({
                title: person.name || `Somebody without a name, ${i + 1}`,
                run: () => name(person.member, true),
              }))}
            />
          )}
        </p>
      )}
    </>
  );
}
