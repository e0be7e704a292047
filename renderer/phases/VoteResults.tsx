/** How a vote came out: sums and how they were given from six voters on, below that three bands. */
import { type CSSProperties, useMemo } from 'react';
import { compareLabels } from '../../shared/ideas/compareLabels.ts';
import type { Close, Run } from '../../shared/model/course.ts';
import { ballotsOf } from '../../shared/phases/course.ts';
import { readMerged } from '../../shared/phases/nominees.ts';
import { BAND_TITLES, type IdeaResult, RESULT_BANDS, readResults } from '../../shared/phases/results.ts';
import { countLate } from '../../shared/phases/tally.ts';
import { sayFew } from '../../shared/util/sayFew.ts';
import { Chip } from '../ui/Chip.tsx';
import { sayNumber } from '../ui/counts.ts';
import { ideaLook } from '../ui/ideaLook.ts';
import { nameOf } from '../ui/records.ts';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSnapshot, useView } from '../ui/session.tsx';
import { MergedIdeas } from './MergedIdeas.tsx';
import { OwnDots } from './VoteSide.tsx';
import { keyHolders, sayKept, sayLate } from './voteWords.ts';
import './VoteResults.css';

export function VoteResults({ run, close }: { readonly run: Run; readonly close: Close }) {
  const labels = useView((view) => view.labels);
  const mine = useCourse(({ privatePart }) => privatePart.dots[run.id]);
  const snapshot = useSnapshot((jam) => jam);
  const results = useMemo(() => readResults(close), [close]);
  const there = results
    .filter(({ idea }) => snapshot.ideas.has(idea))
    .sort((a, b) => rank(a) - rank(b) || compareLabels(labels.get(a.idea) ?? '', labels.get(b.idea) ?? ''));
  const late = countLate(close, ballotsOf(snapshot.course, run.id));
  const most = Math.max(1, ...there.map(({ numbers }) => numbers?.dots ?? 0));
  const open = there.some(({ numbers }) => numbers !== null);
  return (
    <div className="choose">
      <div className="choose-main scroll">
        {open || close.voters === 0 ? (
          <Section
            size="large"
            title={close.voters === 0 ? 'Nobody placed a dot' : 'How it came out'}
            aside={close.voters === 0 ? null : `${sayNumber(close.voters)} placed dots`}
          >
            {close.voters === 0 ? (
              <p className="choose-empty">
                The ideas stay on the board. A host can vote again, or go on and decide.
              </p>
            ) : (
              <Rows results={there} most={most} />
            )}
          </Section>
        ) : (
          <>
            <p className="choose-hint">
              Fewer than six people placed dots: so there are three parts, each in the order of the call
              numbers, and no numbers that could point at somebody.
            </p>
            {RESULT_BANDS.map((band) => {
              const rows = there.filter((result) => result.band === band);
              return rows.length === 0 ? null : (
                <Section key={band} size="large" title={BAND_TITLES[band]} className="result-band">
                  <Rows results={rows} most={most} />
                </Section>
              );
            })}
          </>
        )}
      </div>
      <aside className="choose-side scroll" aria-label="The vote is closed">
        <Section title="The vote is closed">
          {run.options.unsigned ? <p>Names are back on every sheet.</p> : null}
          {late > 0 ? <p className="choose-warning">{sayLate(late)}</p> : null}
        </Section>
        <OwnDots dots={mine ?? {}} title="Where yours lay, for you alone" />
        <Kept run={run} />
      </aside>
    </div>
  );
}

interface RowsProps {
  readonly results: readonly IdeaResult[];
  readonly most: number;
}

function Rows({ results, most }: RowsProps) {
  const view = useView((jam) => jam);
  const merges = useSnapshot(({ course }) => course.merges);
  const merged = useMemo(() => readMerged(merges.values()), [merges]);
  return (
    <ol className="results">
      {results.map(({ idea, numbers }) => {
        const found = view.snapshot.ideas.get(idea);
        return (
          <li key={idea}>
            {numbers === null ? null : (
              <span className="result-dot">
                <i aria-hidden="true" style={share(Math.sqrt(numbers.dots / most))} />
                <b>
                  {numbers.dots}
                  <span className="said">{numbers.dots === 1 ? ' dot' : ' dots'}</span>
                </b>
              </span>
            )}
            <Chip big {...ideaLook(view, idea)} />
            <div className="result-words">
              <p dir="auto">{found?.text || 'Not written yet'}</p>
              {found?.bin === true ? <p className="choose-note">It is in the bin now.</p> : null}
              <MergedIdeas ideas={merged.get(idea) ?? []} />
            </div>
            {numbers === null ? null : <Given people={numbers.people} />}
          </li>
        );
      })}
    </ol>
  );
}

/** How many gave none, one, two, three: a column each, as high as it has people. */
function Given({ people }: { readonly people: readonly number[] }) {
  const top = Math.max(1, ...people);
  return (
    <dl className="given">
      {people.map((count, dots) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the column is its number of dots
        <div key={dots}>
          <dt>{dots === 0 ? 'none' : sayFew(dots)}</dt>
          <dd>
            <i aria-hidden="true" data-none={dots === 0 || undefined} style={share(count / top)} />
            {count}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What became of the seal. */
function Kept({ run }: { readonly run: Run }) {
  const snapshot = useSnapshot((jam) => jam);
  const unsigned = useCourse(({ course }) => course.unsigned);
  const holders = keyHolders(run, snapshot.course);
  const names = unsigned ? null : holders.map((member) => nameOf(snapshot, member));
  return <p className="choose-note">{sayKept(holders.length, names)}</p>;
}

/** Inside a band, and among equals, the order is that of the call numbers. */
function rank({ band, numbers }: IdeaResult): number {
  return numbers === null ? RESULT_BANDS.indexOf(band) : -numbers.dots;
}

function share(of: number): CSSProperties {
  return { '--share': of } as CSSProperties;
}
