/** The library before one has a jam of one's own: what a jam is, in four lines, beside the one that can be explored. */
import type { ReactNode } from 'react';
import { Section } from '../ui/Section.tsx';
import './FirstRun.css';

const course: readonly { readonly word: string; readonly meaning: string }[] = [
  { word: 'Ask', meaning: 'One stubborn problem, in one line. It stays on screen.' },
  { word: 'Write', meaning: 'Every thought on a sheet of its own, before anybody talks.' },
  { word: 'Riff', meaning: 'Build on it, twist it, combine it, question it. The trees grow.' },
  { word: 'Decide', meaning: 'Promote, keep for later, not this time: each with its reason.' },
];

/** `sample`: its poster. */
export function FirstRun({ sample }: { readonly sample: ReactNode }) {
  return (
    <div className="first-run">
      <Section size="large" title="How a jam goes">
        <ol>
          {course.map(({ word, meaning }) => (
            <li key={word}>
              <b>{word}</b>
              <span>{meaning}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section size="large" title="Or look at one first">
        {sample}
      </Section>
    </div>
  );
}
