/** Everybody's last word, in one shuffled order. */
import { useMemo } from 'react';
import type { RunId } from '../../shared/model/course.ts';
import { LAST_WORD, latestAnswers } from '../../shared/phases/reflections.ts';
import { useSnapshot } from '../ui/session.tsx';
import './LastWords.css';

export function LastWords({ run }: { readonly run: RunId }) {
  const reflections = useSnapshot(({ course }) => course.reflections);
  const words = useMemo(() => latestAnswers(reflections.values(), run, LAST_WORD), [reflections, run]);
  return (
    <ul className="last-words" aria-label="The words so far">
      {words.map(({ key, text }) => (
        <li key={key} dir="auto">
          {text}
        </li>
      ))}
    </ul>
  );
}
