/** The one line that starts a jam. */
import { ArrowRight } from 'lucide-react';
import { type Ref, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import './NewJam.css';

interface NewJamProps {
  readonly onStart: (challenge: string) => void;
  /** A jam is being made: the line waits. */
  readonly busy: boolean;
  readonly field: Ref<HTMLInputElement>;
}

export function NewJam({ onStart, busy, field }: NewJamProps) {
  const [challenge, setChallenge] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="new-jam"
      onSubmit={(event) => {
        event.preventDefault();
        if (busy) return;
        if (challenge.trim() !== '') return onStart(challenge.trim());
        setMissing(true);
        event.currentTarget.querySelector('input')?.focus();
      }}
    >
      <label htmlFor="challenge">New jam</label>
      <div className="new-line">
        <input
          id="challenge"
          ref={field}
          value={challenge}
          maxLength={400}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          placeholder="Which problem won’t go away?"
          aria-describedby="challenge-note"
          data-long={challenge.length > 26 ? (challenge.length > 44 ? 2 : 1) : undefined}
          onChange={(event) => {
            setChallenge(event.target.value);
            setMissing(false);
          }}
        />
        <Button type="submit" size="large" isDisabled={busy} aria-label="Start the jam">
          Start
          <ArrowRight size={20} strokeWidth={2.2} aria-hidden="true" />
        </Button>
      </div>
      <p id="challenge-note" role="status">
        {missing ? (
          <b>Write the problem first: one line is enough.</b>
        ) : (
          'One line is enough. Why it matters, for whom, and who decides can follow.'
        )}
      </p>
    </form>
  );
}
