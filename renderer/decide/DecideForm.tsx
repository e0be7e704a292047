/** Three words to choose from, the reason, who carries it, and the first step. Enter decides. */
import { Check } from 'lucide-react';
import { type KeyboardEvent, useId, useRef } from 'react';
import {
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
} from 'react-aria-components';
import type { Decision, Outcome } from '../../shared/model/snapshot.ts';
import type { DecisionDraft } from '../stores/uiStore.ts';
import { Button } from '../ui/Button.tsx';
import { sayDay, sayTime } from '../ui/dates.ts';
import { enterOn } from '../ui/enterOn.ts';
import { GrowArea } from '../ui/GrowArea.tsx';
import { useKeyStyle } from '../ui/KeyCaps.tsx';
import { keyLabel } from '../ui/keyLabel.ts';
import { OUTCOME_WORDS } from '../ui/outcomes.ts';
import { DuePicker } from './DuePicker.tsx';
import { lacksCarrier, sayMissing } from './decideWords.ts';
import './DecideForm.css';

export const EMPTY_DRAFT: DecisionDraft = {
  outcome: null,
  reason: '',
  owner: '',
  firstStep: '',
  due: '',
  dissent: '',
};

interface DecideFormProps {
  readonly draft: DecisionDraft;
  readonly onChange: (draft: DecisionDraft) => void;
  readonly onDecide: () => void;
  readonly onTakeBack: () => void;
  readonly decision: Decision | undefined;
  /** One's own name, and one's own yes or no when somebody else named one. */
  readonly me: string;
  readonly onCarry: (carry: boolean) => void;
  /** It was decided with nobody to carry it: I do. */
  readonly onTake: () => void;
  /** Everybody in the jam, by name. */
  readonly names: readonly string[];
  readonly now: number;
}

export function DecideForm(props: DecideFormProps) {
  const { draft, onChange, onDecide, onTakeBack, decision, me, onCarry, onTake, names, now } = props;
  const set = (part: Partial<DecisionDraft>): void => onChange({ ...draft, ...part });
  const style = useKeyStyle();
  const stepId = useId();
  const because = useRef<HTMLDivElement>(null);
  const goOn = (): void => {
    if (ready) onDecide();
    else because.current?.querySelector('textarea')?.focus();
  };
  const changed = decision === undefined || !sameAs(draft, decision);
  const missing = sayMissing(draft.outcome, draft.reason);
  const ready = missing === null && changed;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || (event.target as Element).tagName === 'INPUT') {
      if ((event.target as Element).getAttribute('aria-expanded') === 'true') return;
      event.preventDefault();
      event.stopPropagation();
      if (ready) onDecide();
    }
  };

  return (
    <section className="decide-form" aria-label="Decide" onKeyDown={onKeyDown}>
      <div {...enterOn(goOn)}>
        <RadioGroup
          className="segments"
          aria-label="What comes of it"
          orientation="horizontal"
          value={draft.outcome}
          onChange={(outcome) => set({ outcome: outcome as Outcome })}
        >
          {OUTCOME_WORDS.map(({ outcome, verb }) => (
            <Radio key={outcome} value={outcome} className="segment">
              {verb}
            </Radio>
          ))}
        </RadioGroup>
      </div>

      <div ref={because} className="because">
        <span aria-hidden="true">Because</span>
        <GrowArea
          aria-label="Because"
          placeholder="Whoever wrote it deserves a reason"
          value={draft.reason}
          onChange={(reason) => set({ reason })}
          onEnter={() => {
            if (ready) onDecide();
          }}
        />
      </div>

      <div className="because because-otherwise">
        <span aria-hidden="true">Otherwise</span>
        <GrowArea
          aria-label="Who sees it otherwise, and why"
          placeholder="A minority note, if somebody sees it otherwise"
          value={draft.dissent}
          onChange={(dissent) => set({ dissent })}
        />
      </div>

      <div className="carry">
        <div className="carry-field">
          <ComboBox
            className="carry-owner"
            allowsCustomValue
            menuTrigger="focus"
            inputValue={draft.owner}
            onInputChange={(owner) => set({ owner })}
          >
            <Label>“I carry this”</Label>
            <div className="carry-line">
              {draft.owner.trim() === '' ? null : <Check size={22} strokeWidth={2.4} aria-hidden="true" />}
              <Input placeholder="Nobody yet" spellCheck={false} />
            </div>
            <Popover className="menu" offset={4}>
              <ListBox items={names.map((name) => ({ id: name }))}>
                {({ id }) => (
                  <ListBoxItem id={id} textValue={id} className="menu-item">
                    {id}
                  </ListBoxItem>
                )}
              </ListBox>
            </Popover>
          </ComboBox>
          <Carrying
            decision={decision}
            me={me}
            onCarry={onCarry}
            onTake={onTake}
            onMe={draft.owner === me ? null : () => set({ owner: me })}
          />
        </div>

        <div className="carry-field">
          <label htmlFor={stepId}>First step, within 48 hours</label>
          <div className="carry-line">
            <GrowArea
              id={stepId}
              placeholder="Small enough to do"
              value={draft.firstStep}
              onChange={(firstStep) => set({ firstStep })}
              onEnter={() => {
                if (ready) onDecide();
              }}
            />
          </div>
          <DuePicker due={draft.due} onChange={(due) => set({ due })} />
        </div>

        <div className="carry-done">
          {decision === undefined ? null : (
            <p>
              Decided {sayDay(decision.at, now)}, {sayTime(decision.at)}.{' '}
              <Button look="word" size="small" onPress={onTakeBack}>
                Take it back
              </Button>
            </p>
          )}
          {missing === null ? null : <p role="status">{missing}</p>}
          <Button size="large" isDisabled={!ready} onPress={onDecide}>
            {decision === undefined ? 'Decide' : 'Decide anew'}
            <kbd>{keyLabel('Enter', style)}</kbd>
          </Button>
        </div>
      </div>
    </section>
  );
}

interface CarryingProps {
  readonly decision: Decision | undefined;
  readonly me: string;
  readonly onCarry: (carry: boolean) => void;
  readonly onTake: () => void;
  /** null: one is named already. */
  readonly onMe: (() => void) | null;
}

/** Nobody is volunteered: who was named says yes or no, everybody else can take it on. */
function Carrying({ decision, me, onCarry, onTake, onMe }: CarryingProps) {
  if (decision?.accepted === false) {
    if (decision.owner !== me) return <p className="carry-asked">{decision.owner} is asked.</p>;
    return (
      <p className="carry-asked">
        You are asked.{' '}
        <Button look="word" size="small" className="carry-answer" onPress={() => onCarry(true)}>
          I carry this
        </Button>{' '}
        <Button look="word" size="small" className="carry-answer" onPress={() => onCarry(false)}>
          Not me
        </Button>
      </p>
    );
  }
  if (lacksCarrier(decision) && onMe !== null)
    return (
      <p className="carry-asked">
        Nobody carries it yet.{' '}
        <Button look="word" size="small" className="carry-answer" onPress={onTake}>
          I carry this
        </Button>
      </p>
    );
  if (decision !== undefined || onMe === null) return null;
  return (
    <Button look="word" size="small" className="carry-me" onPress={onMe}>
      I carry this
    </Button>
  );
}

function sameAs(draft: DecisionDraft, decision: Decision): boolean {
  return (
    draft.outcome === decision.outcome &&
    draft.reason.trim() === decision.reason &&
    draft.owner.trim() === decision.owner &&
    draft.firstStep.trim() === decision.firstStep &&
    draft.due === decision.due &&
    draft.dissent.trim() === decision.dissent
  );
}
