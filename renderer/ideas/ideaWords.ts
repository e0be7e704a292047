/** An idea in one sentence, for those who hear the board: "D5, proposal, a combine of D3 and C4: text, 2 comments". */
import { BOND_LOOKS } from '../../shared/ideas/bonds.ts';
import { ideaKind } from '../../shared/ideas/kinds.ts';
import type { Sheet } from '../../shared/model/layout.ts';
import type { JamView } from '../session/jamSession.ts';

/** What is said of it; a row of the list has it without a sheet on the board. */
type Told = Pick<Sheet, 'id' | 'label' | 'kind' | 'comments' | 'decision' | 'lock' | 'fresh'>;
type Seen = Pick<JamView, 'snapshot' | 'lineage' | 'labels'>;

const OUTCOME_WORDS = { promote: 'promoted', later: 'kept for later', no: 'not this time' } as const;

export function ideaWords(sheet: Told, view: Seen): string {
  const text = view.snapshot.ideas.get(sheet.id)?.text.replace(/\s+/g, ' ').trim() ?? '';
  const head = [sheet.label, ideaKind(sheet.kind).title.toLowerCase(), bondWords(sheet, view)];
  const tail = [
    sheet.comments === 0 ? '' : sheet.comments === 1 ? '1 comment' : `${sheet.comments} comments`,
    sheet.decision === null ? '' : OUTCOME_WORDS[sheet.decision],
    sheet.lock ? 'locked' : '',
  ];
  return [`${present(head)}: ${text === '' ? 'nothing written yet' : text}`, ...tail]
    .filter((part) => part !== '')
    .join(', ');
}

function bondWords(sheet: Told, view: Seen): string {
  const parents = view.lineage.parents(sheet.id).map((id) => view.labels.get(id) ?? 'an idea');
  const key = view.lineage.parentRiffs(sheet.id)[0];
  const bond = key === undefined ? undefined : view.snapshot.riffs.get(key)?.bond;
  if (bond === undefined || parents.length === 0) return sheet.fresh ? 'fresh' : '';
  if (parents.length === 1) return `${BOND_LOOKS[bond].noun} ${parents[0]}`;
  return `a combination of ${parents.slice(0, -1).join(', ')} and ${parents.at(-1)}`;
}

function present(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}
