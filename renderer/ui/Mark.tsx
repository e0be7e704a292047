/** Our mark: a note and the riff that left it, over one red square, now. */
interface MarkProps {
  /** CSS pixels. */
  readonly size: number;
}

export function Mark({ size }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 30 30" aria-hidden="true">
      <path d="M8 7.5h7.5a5 5 0 0 1 5 5v5a5 5 0 0 0 5 5" fill="none" stroke="currentColor" strokeWidth="3" />
      <circle cx="7.5" cy="7.5" r="5.5" fill="currentColor" />
      <rect x="3" y="17.5" width="10" height="10" fill="var(--now)" />
    </svg>
  );
}
