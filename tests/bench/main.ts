/** `npm run bench`. Needs a build (`npm run build`) and Chromium. */
import { cpus } from 'node:os';
import { benchBoard } from './board.ts';
import { benchEdits } from './edits.ts';
import { printGoals } from './report.ts';

const processors = cpus();
console.log(
  `${processors.length} x ${processors[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`,
);
printGoals([...benchEdits(), ...(await benchBoard())]);
