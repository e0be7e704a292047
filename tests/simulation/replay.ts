/** `npm run simulate -- SEED`: one simulated story, act by act, and what went wrong in it. */
import { simulate } from './simulate.ts';

await simulate(Number(process.argv[2]), (act) => console.log(act));
