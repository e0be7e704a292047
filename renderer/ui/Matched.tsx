/** A text with the letters that were found in it made heavy. */
interface MatchedProps {
  readonly text: string;
  readonly at: readonly number[];
}

export function Matched({ text, at }: MatchedProps) {
  const runs: { from: number; to: number }[] = [];
  for (const position of at) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === position) last.to = position + 1;
    else runs.push({ from: position, to: position + 1 });
  }
  let read = 0;
  const parts = runs.map((run) => {
    const before = text.slice(read, run.from);
    read = run.to;
    return (
      <span key={run.from}>
        {before}
        <mark className="matched">{text.slice(run.from, run.to)}</mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(read)}
    </>
  );
}
