/** How a session begins: which setlist, for how many, until when. */
import { useState } from 'react';
import { DEFAULT_TEMPLATE, TEMPLATES } from '../../shared/templates/registry.ts';
import { planTemplate, sumMinutes } from '../../shared/templates/template.ts';
import { Button } from '../ui/Button.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import { useRoom, useSession } from '../ui/session.tsx';
import { sayMinutes } from './clockWords.ts';
import { readEndsAt, suggestEnd, writeEndsAt } from './endsAt.ts';
import { NumberField } from './NumberField.tsx';
import { TemplateChoice } from './TemplateChoice.tsx';
import './BeginSheet.css';

/** What a setlist can be reckoned for. */
const MOST_PEOPLE = 200;

export function BeginSheet({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const here = useRoom((state) => Math.max(1, state.people.length));
  const [template, setTemplate] = useState(DEFAULT_TEMPLATE);
  const [told, setTold] = useState<number | null>(null);
  const [typedEnd, setTypedEnd] = useState<string | null>(null);
  const [opened] = useState(() => Date.now());
  const people = told ?? here;
  const plans = planTemplate(template, people);
  const minutes = sumMinutes(plans);
  const end = typedEnd ?? writeEndsAt(suggestEnd(minutes, opened));
  const endsAt = readEndsAt(end, opened);
  const short = endsAt === null ? 0 : Math.ceil((opened + minutes * 60_000 - endsAt) / 60_000);

  /** Lays the setlist; the first of its phases, or null when that was refused. */
  const lay = (): string | null => {
    const loaded = session.run('course.load', { template: template.name, plans });
    if (!loaded.ok) return null;
    session.run('course.ends', { at: endsAt });
    return loaded.value.phases[0] ?? null;
  };
  const begin = (): void => {
    const first = lay();
    if (first === null) return;
    onClose();
    const started = session.course.start(first);
    if (started.ok) session.set({ hostCard: true });
    else session.notify(started.sentence, 'refusal');
  };
  return (
    <Overlay title="Begin a session" shape="page" onClose={onClose}>
      <div className="overlay-body begin scroll">
        <TemplateChoice templates={TEMPLATES} chosen={template} people={people} onChoose={setTemplate} />
        <section className="begin-how">
          <h3>How many people</h3>
          <NumberField
            label="How many people"
            unit="people"
            value={people}
            least={1}
            most={MOST_PEOPLE}
            onChange={setTold}
          />
          <p>
            {people < template.people.least || people > template.people.most
              ? `It is made for ${template.people.least} to ${template.people.most} people; it goes with ${people} too.`
              : `${sayMinutes(minutes)} for ${people}.`}
          </p>
          <h3>Ends at</h3>
          <input
            type="time"
            className="begin-end"
            aria-label="Ends at"
            value={end}
            onChange={(event) => setTypedEnd(event.target.value)}
          />
          <p>
            {endsAt === null
              ? 'No end: nothing reminds you of the time.'
              : short > 1
                ? `That is ${sayMinutes(short)} short: you are offered ways out as you go.`
                : 'When a phase slips you are offered ways out.'}
          </p>
          <div className="begin-acts">
            <Button size="large" onPress={begin}>
              Begin
            </Button>
            <Button
              look="word"
              onPress={() => {
                if (lay() !== null) session.set({ overlay: 'setlist' });
              }}
            >
              Change it first
            </Button>
          </div>
        </section>
      </div>
    </Overlay>
  );
}
