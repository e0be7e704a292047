/** What became of what one wrote oneself; nobody else sees it. */
import { useMemo } from 'react';
import { Chip } from '../ui/Chip.tsx';
import { ideaLook } from '../ui/ideaLook.ts';
import { decisionsOf } from '../ui/records.ts';
import { Section } from '../ui/Section.tsx';
import { useSession, useView } from '../ui/session.tsx';
import { becameOf, sayBecame } from './becameOf.ts';
import './BecameOfMine.css';

export function BecameOfMine() {
  const view = useView((jam) => jam);
  const { me } = useSession().jam;
  const became = useMemo(
    () => becameOf(view.snapshot, view.lineage, decisionsOf(view.snapshot), me),
    [view, me],
  );
  if (became.length === 0) return null;
  return (
    <Section title="What became of what you wrote" aside="only you see this">
      <ul className="became">
        {became.map((one) => (
          <li key={one.idea}>
            <Chip big {...ideaLook(view, one.idea)} />
            <div>
              <p dir="auto">{view.snapshot.ideas.get(one.idea)?.text}</p>
              <p className="phase-quiet">{sayBecame(one, (other) => ideaLook(view, other).label)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
