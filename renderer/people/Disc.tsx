/** A person: an ink disc with their initials, white for oneself. People have no colour; colour belongs to ideas. */
import { initialsOf } from '../../shared/ideas/initials.ts';
import './Disc.css';

interface DiscProps {
  readonly name: string;
  readonly me?: boolean;
}

export function Disc({ name, me = false }: DiscProps) {
  return (
    <span
      className={me ? 'disc disc-me' : 'disc'}
      title={name}
      role="img"
      aria-label={me ? `${name}, you` : name}
    >
      {initialsOf(name)}
    </span>
  );
}
