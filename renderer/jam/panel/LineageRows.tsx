/** Where an idea comes from and what grew from it; each row goes there. */
import { BOND_LOOKS } from '../../../shared/ideas/bonds.ts';
import type { IdeaId, RiffKey } from '../../../shared/model/ids.ts';
import type { Bond } from '../../../shared/model/snapshot.ts';
import type { JamView } from '../../session/jamSession.ts';
import { BondStroke } from '../../ui/BondStroke.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ideaLook } from '../../ui/ideaLook.ts';
import { useSession, useView } from '../../ui/session.tsx';
import { goToIdea } from '../goToIdea.ts';
import './LineageRows.css';

export function LineageRows({ idea }: { readonly idea: IdeaId }) {
  const view = useView((jam) => jam);
  const { lineage, snapshot } = view;
  const live = (ids: readonly IdeaId[], keys: readonly RiffKey[]) =>
    ids
      .map((id, i) => ({ id, bond: snapshot.riffs.get(keys[i] ?? '')?.bond ?? ('build' as Bond) }))
      .filter(({ id }) => snapshot.ideas.get(id)?.bin === false);
  const parents = live(lineage.parents(idea), lineage.parentRiffs(idea));
  const children = live(lineage.children(idea), lineage.childRiffs(idea));
  if (parents.length + children.length === 0) return null;
  return (
    <ul className="lineage" aria-label="Where it comes from, and what grew from it">
      {parents.map(({ id, bond }, i) => (
        <Row
          key={`up-${id}`}
          id={id}
          bond={bond}
          from={i > 0 && bond === 'combine' ? 'and' : fromWords(bond)}
          view={view}
        />
      ))}
      {children.map(({ id, bond }) => (
        <Row key={`down-${id}`} id={id} bond={bond} from={null} view={view} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly id: IdeaId;
  readonly bond: Bond;
  /** "a twist of", before a parent; null: a child, said by its drawing. */
  readonly from: string | null;
  readonly view: JamView;
}

function Row({ id, bond, from, view }: RowProps) {
  const session = useSession();
  const look = ideaLook(view, id);
  const text = view.snapshot.ideas.get(id)?.text || 'Not written yet';
  const said =
    from === null ? `${look.label} ${BOND_LOOKS[bond].verb} it` : `${BOND_LOOKS[bond].noun} ${look.label}`;
  return (
    <li>
      <button
        type="button"
        className="lineage-row"
        aria-label={`${said}: ${text}`}
        onClick={() => goToIdea(session, id)}
      >
        <span className={from === null ? 'lineage-stroke' : 'lineage-from'}>
          {from ?? <BondStroke bond={bond} />}
        </span>
        <Chip {...look} />
        <span>{text}</span>
      </button>
    </li>
  );
}

/** Some nouns are too long for their column. */
function fromWords(bond: Bond): string {
  return bond === 'combine' ? 'combines' : bond === 'question' ? 'asks of' : BOND_LOOKS[bond].noun;
}
