/** Ideas that were put together with one: listed under it, so that nobody's sheet is gone from the list. */
import type { ReactNode } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import { Chip } from '../ui/Chip.tsx';
import { ideaLook } from '../ui/ideaLook.ts';
import { useView } from '../ui/session.tsx';
import './MergedIdeas.css';

interface MergedIdeasProps {
  readonly ideas: readonly IdeaId[];
  /** What they do here, in words; without it only who hears the page is told. */
  readonly title?: string;
  /** What can be done with one of them. */
  readonly after?: (idea: IdeaId) => ReactNode;
}

export function MergedIdeas({ ideas, title, after }: MergedIdeasProps) {
  const view = useView((jam) => jam);
  const there = ideas.filter((idea) => view.snapshot.ideas.has(idea));
  if (there.length === 0) return null;
  return (
    <ul className="merged" aria-label={title ?? 'Put together with it'}>
      {title === undefined ? null : (
        <li className="merged-title" aria-hidden="true">
          {title}
        </li>
      )}
      {there.map((idea) => (
        <li key={idea}>
          <Chip {...ideaLook(view, idea)} />
          <span dir="auto">{view.snapshot.ideas.get(idea)?.text || 'Not written yet'}</span>
          {after?.(idea)}
        </li>
      ))}
    </ul>
  );
}
