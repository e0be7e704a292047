/** The middle of the Wall, one view a kind of stage. */
import type { ReactNode } from 'react';
import { TURNOUT_WORDS, TURNOUTS, type Turnout } from '../../shared/phases/turnout.ts';
import { QrCode } from '../share/QrCode.tsx';
import { WallSheetView } from './WallSheetView.tsx';
import './wallStage.css';
import { WallTreeView } from './WallTreeView.tsx';
import type { WallStage, WallSum } from './wallScene.ts';

interface WallStageViewProps {
  readonly stage: WallStage;
  readonly challenge: string;
  readonly clock: ReactNode;
  /** ms; turns the pages of what doesn't fit on one. */
  readonly elapsed: number;
}

/** Sheets on one page, and the time to read them: about four seconds each. */
const PAGE = 6;
const PAGE_FOR = 24_000;
const MOST_BACKS = 45;
const MOST_RESULTS = 6;
const MOST_PEOPLE = 16;

export function WallStageView({ stage, challenge, clock, elapsed }: WallStageViewProps) {
  switch (stage.kind) {
    case 'arrive':
      return (
        <div
          className="wall-arrive"
          data-long={challenge.length > 130 ? 2 : challenge.length > 80 ? 1 : undefined}
        >
          <h2 dir="auto">{challenge}</h2>
          <ul>
            {stage.people.slice(0, MOST_PEOPLE).map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
              <li key={i}>{name}</li>
            ))}
            {stage.people.length > MOST_PEOPLE ? <li>and {stage.people.length - MOST_PEOPLE} more</li> : null}
          </ul>
          {stage.link === null ? null : (
            <figure>
              <QrCode text={stage.link} label="The link to this jam" />
              <figcaption>Join</figcaption>
            </figure>
          )}
        </div>
      );
    case 'clock':
      return (
        <div className="wall-clocked">
          <div>
            {clock}
            <p className="wall-law">{stage.law}</p>
          </div>
          {stage.sum === null ? null : <Sum sum={stage.sum} />}
          {stage.turnout === null ? null : <TurnoutBar turnout={stage.turnout} />}
        </div>
      );
    case 'sheets': {
      const pages = Math.max(1, Math.ceil(stage.sheets.length / PAGE));
      const page = Math.floor(elapsed / PAGE_FOR) % pages;
      const shown = stage.sheets.slice(page * PAGE, (page + 1) * PAGE);
      return (
        <div className="wall-sheets" data-few={shown.length <= 2 ? shown.length : undefined}>
          {shown.map((sheet) => (
            <WallSheetView key={sheet.label} sheet={sheet} />
          ))}
          {pages > 1 ? (
            <p className="wall-page">
              {page * PAGE + 1} to {page * PAGE + shown.length} of {stage.sheets.length}
            </p>
          ) : null}
        </div>
      );
    }
    case 'tree':
      return stage.tree === null ? (
        <p className="wall-law">The board is still empty.</p>
      ) : (
        <WallTreeView tree={stage.tree} />
      );
    case 'results':
      return (
        <ol className="wall-results">
          {stage.list.slice(0, MOST_RESULTS).map(({ sheet, share, count }) => (
            <li key={sheet.label} data-ink={sheet.ink}>
              <b className="wall-result">{sheet.label}</b>
              <span className="wall-said" dir="auto">
                {sheet.text}
              </span>
              <i className="wall-length" style={{ inlineSize: `${Math.round(share * 100)}%` }} />
              {count === null ? null : <em className="wall-dots">{count}</em>}
            </li>
          ))}
          {stage.list.length === 0 ? <li>No dots were placed.</li> : null}
        </ol>
      );
    case 'decision':
      return <Decision stage={stage} />;
    case 'words':
      return (
        <ul className="wall-words" data-many={stage.words.length > 12 ? 1 : undefined}>
          {stage.words.map((word, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several may say the same word
            <li key={i} className="wall-word" dir="auto">
              {word}
            </li>
          ))}
          {stage.words.length === 0 ? <li className="wall-law">One word each.</li> : null}
        </ul>
      );
  }
}

function Sum({ sum: { count, words, backs } }: { readonly sum: WallSum }) {
  return (
    <div className="wall-side">
      {backs ? (
        <div className="wall-backs" aria-hidden="true">
          {Array.from({ length: Math.min(count, MOST_BACKS) }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: backs are alike
            <i key={i} />
          ))}
        </div>
      ) : null}
      <p>
        <b>{count}</b> {backs ? `${count === 1 ? 'sheet' : 'sheets'} ${words}` : words}
      </p>
    </div>
  );
}

function TurnoutBar({ turnout }: { readonly turnout: Turnout }) {
  const at = TURNOUTS.indexOf(turnout);
  return (
    <div className="wall-side wall-turnout">
      <p className="wall-share">{TURNOUT_WORDS[turnout]}</p>
      <ol aria-hidden="true">
        {TURNOUTS.map((one, i) => (
          <li key={one} data-on={i <= at || undefined} data-here={i === at || undefined}>
            {one}
          </li>
        ))}
      </ol>
    </div>
  );
}

const OUTCOME_WORDS = { promote: 'Promoted', later: 'Kept for later', no: 'Not this time' } as const;

function Decision({ stage }: { readonly stage: Extract<WallStage, { kind: 'decision' }> }) {
  const { sheet, outcome, reason, owner, firstStep, band } = stage;
  if (sheet === null) return <p className="wall-law">One idea at a time, each with a reason.</p>;
  return (
    <div className="wall-decision">
      <WallSheetView sheet={sheet} />
      <div className="wall-ruling">
        <h2 className="wall-outcome">
          {outcome === null ? 'What do we do with it?' : OUTCOME_WORDS[outcome]}
        </h2>
        <p className="wall-reason" dir="auto">
          {reason}
        </p>
        {owner === '' ? null : (
          <p className="wall-owner">
            <span className="wall-aside">“I carry this”</span>
            <b className="wall-carrier">{owner}</b>
            {firstStep === '' ? null : (
              <em className="wall-aside" dir="auto">
                {firstStep}
              </em>
            )}
          </p>
        )}
      </div>
      {band.length === 0 ? null : (
        <p className="wall-band">
          <span>The band</span>
          {band.map((name) => (
            <b key={name} className="wall-member">
              {name}
            </b>
          ))}
        </p>
      )}
    </div>
  );
}
