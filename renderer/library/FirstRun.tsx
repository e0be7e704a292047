/** The library before anything is in it: what a jam is, in four lines, beside the one that can be explored. */
import { Section } from '../ui/Section.tsx';
import { SamplePoster } from './SamplePoster.tsx';
import './FirstRun.css';

const course: readonly { readonly word: string; readonly meaning: string }[] = [
  { word: 'Ask', meaning: 'One stubborn problem, in one line. It stays on screen.' },
  { word: 'Write', meaning: 'Every thought on a sheet of its own, before anybody talks.' },
  { word: 'Riff', meaning: 'Build on it, twist it, combine it, question it. The trees grow.' },
  { word: 'Decide', meaning: 'Promote, keep for later, not this time: each with its reason.' },
];

export function FirstRun({ onSample }: { readonly onSample: () => void }) {
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
        <SamplePoster onOpen={onSample} />
      </Section>
    </div>
  );
}
