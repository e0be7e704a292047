/** A person: an ink disc with their initials, white for oneself. People have no colour; colour belongs to ideas. */
import { UserRound } from 'lucide-react';
import { initialsOf } from '../../shared/ideas/initials.ts';
import './Disc.css';

interface DiscProps {
  readonly name: string;
  readonly me?: boolean;
}

export function Disc({ name, me = false }: DiscProps) {
  const called = name === '' ? 'Without a name' : name;
  return (
    <span
      className={me ? 'disc disc-me' : 'disc'}
      title={called}
      role="img"
      aria-label={me ? `${called}, you` : called}
    >
      {name === '' ? <UserRound size="60%" strokeWidth={2.4} aria-hidden="true" /> : initialsOf(name)}
    </span>
  );
}
