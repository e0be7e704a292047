/** What was decided about an idea, and why. */
import type { Decision } from '../../../shared/model/snapshot.ts';
import { sayDue } from '../../ui/dates.ts';
import { outcomeDone } from '../../ui/outcomes.ts';
import './DecisionNote.css';

export function DecisionNote({ decision }: { readonly decision: Decision }) {
  const { outcome, reason, owner, firstStep, due, dissent, accepted } = decision;
  if (outcome === null) return null;
  return (
    <div className="decision-note" data-outcome={outcome}>
      <b>{outcomeDone(outcome)}</b>
      <p>{reason}</p>
      {owner === '' && firstStep === '' ? null : (
        <p className="decision-carry">
          {owner === '' ? null : accepted ? `${owner} carries this. ` : `${owner} is asked. `}
          {firstStep === '' ? null : <>First: {firstStep}</>}
          {due === '' ? null : `, by ${sayDue(due)}`}
        </p>
      )}
      {dissent === '' ? null : <p className="decision-carry">Otherwise: {dissent}</p>}
    </div>
  );
}
