/** Asked once, when it is first needed: how the others shall call you. */
import { useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import './NamePrompt.css';

interface NamePromptProps {
  /** Whoever came by an invite is greeted with it. */
  readonly joining: boolean;
  /** null: not now. */
  readonly onAnswer: (name: string | null) => void;
}

export function NamePrompt({ joining, onAnswer }: NamePromptProps) {
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return (
    <Overlay
      title={joining ? 'You are invited. What are you called?' : 'What are you called?'}
      onClose={() => onAnswer(null)}
    >
      <form
        className="overlay-body name-prompt"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') return onAnswer(name.trim());
          setMissing(true);
          field.current?.focus();
        }}
      >
        <input
          aria-label="Your name"
          ref={field}
          placeholder="Your name"
          aria-describedby="name-note"
          maxLength={120}
          autoComplete="name"
          spellCheck={false}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setMissing(false);
          }}
          // biome-ignore lint/a11y/noAutofocus: the sheet asks for nothing else
          autoFocus
        />
        <p id="name-note" role="status">
          {missing ? <b>Write your name here, or go on without one.</b> : noteOn(joining)}
        </p>
        <div className="name-acts">
          <Button type="submit">{joining ? 'Come in' : 'Go on'}</Button>
          <Button look="word" onPress={() => onAnswer(null)}>
            {joining ? 'Come in without a name' : 'Go on without a name'}
          </Button>
        </div>
      </form>
    </Overlay>
  );
}

function noteOn(joining: boolean): string {
  const whom = joining ? 'The others see it, and it' : 'It';
  return `${whom} stands beside what you write. Asked once; to be changed in the settings.`;
}
