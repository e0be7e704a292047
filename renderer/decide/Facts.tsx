/** What there is to know about an idea before deciding: the vote, what stands with it, what was said, whose riffs led here. */
import { type ReactNode, useMemo } from 'react';
import type { Close } from '../../shared/model/course.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { readMerged } from '../../shared/phases/nominees.ts';
import { MergedIdeas } from '../phases/MergedIdeas.tsx';
import { bandNames, commentsOf, sayerName } from '../ui/records.ts';
import { Section } from '../ui/Section.tsx';
import { useSnapshot, useView } from '../ui/session.tsx';
import { Spread } from './Spread.tsx';

const SAID = 3;

interface FactsProps {
  readonly idea: IdeaId;
  readonly close: Close | null;
  /** After them. */
  readonly children?: ReactNode;
}

export function Facts({ idea, close, children }: FactsProps) {
  const view = useView((jam) => jam);
  const merges = useSnapshot(({ course }) => course.merges);
  const merged = useMemo(() => readMerged(merges.values()).get(idea) ?? [], [merges, idea]);
  const said = commentsOf(view.snapshot, idea);
  const band = bandNames(view, idea);
  return (
    <div className="decide-facts">
      {close === null ? null : <Spread close={close} idea={idea} />}
      {merged.length === 0 ? null : (
        <Section title="Says the same" aside="put together before the vote">
          <MergedIdeas ideas={merged} />
        </Section>
      )}
      <Section title="The band" aside="who wrote it, and whose riffs led here">
        {band === null ? (
          <p className="decide-words">Unsigned until a vote closes.</p>
        ) : (
          <ul className="band">
            {band.map((name) => (
              <li key={name} dir="auto">
                {name}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {said.length === 0 ? null : (
        <Section
          title="What was said"
          aside={said.length > SAID ? `the last ${SAID} of ${said.length}` : null}
        >
          <ul className="decide-said">
            {said.slice(-SAID).map((comment) => (
              <li key={comment.key} dir="auto">
                <b>{sayerName(view, comment) ?? 'Unsigned'}</b> {comment.text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {children}
    </div>
  );
}
