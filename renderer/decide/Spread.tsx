/** How a vote gave: how many none, one, two, three dots. Never who; below six voters no numbers, only whereabouts. */
import type { Close } from '../../shared/model/course.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import { LEAST_VOTERS_FOR_NUMBERS, readResults } from '../../shared/phases/results.ts';
import { sayNumber } from '../ui/counts.ts';
import { Section } from '../ui/Section.tsx';
import { sayBand } from './decideWords.ts';
import './Spread.css';

export function Spread({ close, idea }: { readonly close: Close; readonly idea: IdeaId }) {
  const spread = close.totals.get(idea);
  if (spread === undefined || close.voters === 0) return null;
  if (close.voters < LEAST_VOTERS_FOR_NUMBERS) {
    const found = readResults(close).find((result) => result.idea === idea);
    return (
      <Section title="How the vote came out" aside="numbers from six voters up">
        <p className="spread-band">{found === undefined ? null : sayBand(found.band)}</p>
      </Section>
    );
  }
  const gave = spread.reduce((sum, people) => sum + people, 0);
  const rows = [Math.max(0, close.voters - gave), ...spread];
  return (
    <Section title={`How the ${sayNumber(close.voters)} gave`} aside="shown from six voters up">
      <table className="spread">
        <tbody>
          {rows.map((people, dots) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the row is its number of dots
            <tr key={dots}>
              <th scope="row">
                <span className="said">{dots === 0 ? 'none' : `${dots} ${dots === 1 ? 'dot' : 'dots'}`}</span>
                <span aria-hidden="true">{dots === 0 ? 'none' : '●'.repeat(dots)}</span>
              </th>
              <td aria-hidden="true">
                {Array.from({ length: Math.min(people, 30) }, (_, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: blocks are alike
                  <i key={i} data-none={dots === 0 || undefined} />
                ))}
              </td>
              <td>{people}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
