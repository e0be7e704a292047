/** The brief: the challenge and what is around it, each edited where it stands. */
import type { BriefField } from '../../shared/model/snapshot.ts';
import type { JamSession } from '../session/jamSession.ts';
import { EditableText } from '../ui/EditableText.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import { useSnapshot } from '../ui/session.tsx';
import { BRIEF_FIELDS } from './briefFields.ts';
import './BriefSheet.css';

export function BriefSheet({
  session,
  onClose,
}: {
  readonly session: JamSession;
  readonly onClose: () => void;
}) {
  const brief = useSnapshot((snapshot) => snapshot.brief);
  const keep = (field: BriefField) => (text: string) => {
    session.run('brief.set', { field, text });
  };
  return (
    <Overlay title="The brief" shape="page" onClose={onClose}>
      <div className="overlay-body brief scroll">
        <EditableText
          className="brief-challenge"
          value={brief.challenge}
          label="The challenge"
          placeholder="Which problem won’t go away?"
          onKeep={keep('challenge')}
        />
        <div className="brief-fields">
          {BRIEF_FIELDS.map(({ field, title, ask }) => (
            <section key={field}>
              <h3>{title}</h3>
              <EditableText value={brief[field]} label={title} placeholder={ask} lines onKeep={keep(field)} />
            </section>
          ))}
        </div>
      </div>
    </Overlay>
  );
}
