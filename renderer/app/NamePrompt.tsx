/** Asked once, when it is first needed: how the others shall call you. */
import { useState } from 'react';
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
  const ready = name.trim() !== '';
  return (
    <Overlay
      title={joining ? 'You are invited. What are you called?' : 'What are you called?'}
      onClose={() => onAnswer(null)}
    >
      <form
        className="overlay-body name-prompt"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onAnswer(name.trim());
        }}
      >
        <input
          aria-label="Your name"
          placeholder="Ruth Amsel"
          maxLength={120}
          autoComplete="name"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
          // biome-ignore lint/a11y/noAutofocus: the sheet asks for nothing else
          autoFocus
        />
        <p>
          {joining
            ? 'The others see it, and it stands beside what you write.'
            : 'It stands beside what you write.'}{' '}
          Asked once; to be changed in the settings.
        </p>
        <div className="name-acts">
          <Button type="submit" isDisabled={!ready}>
            {joining ? 'Come in' : 'Go on'}
          </Button>
          <Button look="word" onPress={() => onAnswer(null)}>
            {joining ? 'Come in without a name' : 'Not now'}
          </Button>
        </div>
      </form>
    </Overlay>
  );
}
