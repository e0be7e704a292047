/** The five cuts: pressing one cuts the sheet. */

import { Radio, RadioGroup } from 'react-aria-components';
import { IDEA_KINDS } from '../../../shared/ideas/kinds.ts';
import type { IdeaId } from '../../../shared/model/ids.ts';
import { setKind } from '../../input/actions/ideaActions.ts';
import { KindCut } from '../../ui/KindSign.tsx';
import { useSession } from '../../ui/session.tsx';
import './KindChooser.css';

interface KindChooserProps {
  readonly ideas: readonly IdeaId[];
  /** The kind they share; empty when they differ. */
  readonly kind: string;
  readonly disabled?: boolean;
}

export function KindChooser({ ideas, kind, disabled = false }: KindChooserProps) {
  const session = useSession();
  return (
    <RadioGroup
      className="kinds"
      aria-label="What it is"
      orientation="horizontal"
      isDisabled={disabled}
      value={kind === '' ? null : kind}
      onChange={(next) => setKind(session, ideas, next)}
    >
      {IDEA_KINDS.map(({ id, title, meaning }) => (
        <Radio key={id} value={id} className="kind" aria-label={`${title}: ${meaning}`}>
          <KindCut kind={id} />
          <span>{title.toLowerCase()}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
