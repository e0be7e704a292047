/** Somebody sent a link: it is pasted here. A link in the clipboard is enough; Enter goes in. */
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { isInviteLink } from '../../shared/circle/invite.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import './JoinJam.css';

interface JoinJamProps {
  readonly busy: boolean;
  readonly onJoin: (link: string) => void;
}

export function JoinJam({ busy, onJoin }: JoinJamProps) {
  const [link, setLink] = useState('');
  const wanted = link.trim();
  const join = (text: string): void => {
    if (text.trim() === '' || busy) return;
    setLink('');
    onJoin(text.trim());
  };
  return (
    <Section title="Join">
      <form
        className="join"
        onSubmit={(event) => {
          event.preventDefault();
          join(wanted);
        }}
      >
        <input
          aria-label="Invite to a jam"
          placeholder="Paste an invite"
          spellCheck={false}
          autoComplete="off"
          value={link}
          onChange={(event) => setLink(event.target.value)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain');
            if (!isInviteLink(text.trim())) return;
            event.preventDefault();
            join(text);
          }}
        />
        <Button look="icon" type="submit" aria-label="Join" isDisabled={wanted === '' || busy}>
          <ArrowRight size={18} strokeWidth={2.2} aria-hidden="true" />
        </Button>
      </form>
    </Section>
  );
}
