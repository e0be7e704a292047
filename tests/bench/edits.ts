/** What the log costs: an edit through command, document, snapshot, envelope, against the same write in bare Yjs. */
import * as Y from 'yjs';
import { createViewStore } from '../../renderer/session/viewStore.ts';
import { createJam } from '../../shared/jam/createJam.ts';
import { encodeRecords } from '../../shared/log/journalRecord.ts';
import { MAIN_BOARD } from '../../shared/model/ids.ts';
import { createSeededContext } from '../../shared/util/context.ts';
import { type Goal, median, quantile } from './report.ts';

const IDEAS = 10_000;
const MOVES = 2_000;
const KEYS = 5_000;
const RIFFS = 200;
const ROUNDS = 5;

export function openBigJam(ideas: number) {
  const context = createSeededContext(7);
  const owner = { device: context.randomBytes(32), memberId: 'bench', memberName: 'Bench' };
  const jam = createJam({ id: 'bench', owner, context });
  jam.run('jam.start', { challenge: 'How many ideas are too many?', name: 'Bench' });
  const refs: string[] = [];
  const batch = Array.from({ length: ideas }, (_, index) => {
    const ref = `i${index}`;
    refs.push(ref);
    const tree = index - (index % 10);
    return {
      ref,
      text: `Idea ${index}: what if the door stayed open after dark`,
      detail: '',
      kind: (['note', 'question', 'risk', 'insight', 'proposal'] as const)[index % 5] ?? 'note',
      parents:
        index === tree ? [] : [{ ref: `i${index % 3 === 0 ? tree : index - 1}`, bond: 'build' as const }],
      group: null,
      x: ((tree / 10) % 40) * 4 * 176 + (index === tree ? 0 : 1 + ((index - tree - 1) % 2)) * 176,
      y: Math.floor(tree / 400) * 6 * 92 + (index === tree ? 0 : Math.floor((index - tree - 1) / 2)) * 92,
      auto: false,
      author: null,
    };
  });
  const added = jam.run('jam.import', { board: 'main', ideas: batch, groups: [], connectors: [] });
  if (!added.ok) throw new Error(added.sentence);
  return { jam, ids: refs.map((ref) => added.value.ideas.get(ref) as string), context };
}

export function benchEdits(): Goal[] {
  const { jam, ids } = openBigJam(IDEAS);
  const ours: number[] = [];
  const bare: number[] = [];
  const doc = new Y.Doc({ gc: false });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(jam.doc));
  const ideas = doc.getMap<Y.Map<unknown>>('ideas');
  const bytesBefore = encodeRecords(jam.records()).length;
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(
      perEdit(MOVES, (n) =>
        jam.run('idea.move', {
          moves: [{ idea: ids[(n * 37) % IDEAS] as string, x: n + round, y: n, group: null, auto: false }],
        }),
      ),
    );
    bare.push(
      perEdit(MOVES, (n) =>
        doc.transact(() =>
          ideas.get(ids[(n * 37) % IDEAS] as string)?.set('at', ['main', null, n + round, n, 0]),
        ),
      ),
    );
  }
  const bytesPerMove = (encodeRecords(jam.records()).length - bytesBefore) / (ROUNDS * MOVES);

  const views = createViewStore(jam, MAIN_BOARD);
  const riffs: number[] = [];
  for (let n = 0; n < RIFFS; n++) {
    const place = { board: MAIN_BOARD, group: null, x: (n % 20) * 176, y: -92 * (n + 1), auto: false };
    const parents = [{ idea: ids[(n * 37) % IDEAS] as string, bond: 'build' as const }];
    riffs.push(perEdit(1, () => jam.run('idea.add', { place, text: 'and then?', parents })) / 1000);
  }
  views.dispose();

  const opened = jam.openText({ idea: ids[0] as string, field: 'text' });
  if (!opened.ok) throw new Error(opened.sentence);
  const recordsBefore = jam.records().length;
  const typed = perEdit(KEYS, () =>
    jam.doc.transact(() => opened.value.ytext.insert(0, 'x'), opened.value.origin),
  );
  opened.value.close();
  const ytext = new Y.Doc({ gc: false }).getText('t');
  const bareTyped = perEdit(KEYS, () => ytext.insert(0, 'x'));

  const ratio = median(ours) / median(bare);
  const typedRatio = typed / bareTyped;
  console.log(
    `a move among ${IDEAS} ideas: ours ${median(ours).toFixed(0)} us, bare Yjs ${median(bare).toFixed(0)} us`,
  );
  console.log(
    `a key typed: ours ${typed.toFixed(0)} us, bare Yjs ${bareTyped.toFixed(1)} us, ${jam.records().length - recordsBefore} envelopes`,
  );
  return [
    {
      what: 'cost of a move at 10,000 ideas, all caches, against a 60 Hz frame',
      asked: 'at most 1/8 of 16.7 ms',
      measured: `${(median(ours) / 1000).toFixed(2)} ms, ${ratio.toFixed(0)} x bare Yjs`,
      met: median(ours) < 16_700 / 8,
    },
    {
      what: 'cost of a riff at 10,000 ideas, numbers and layout too, 95th percentile',
      asked: 'at most half of 16.7 ms',
      measured: `${quantile(riffs, 0.95).toFixed(1)} ms, median ${median(riffs).toFixed(1)} ms`,
      met: quantile(riffs, 0.95) <= 16.7 / 2,
    },
    {
      what: 'bytes in the log per move',
      asked: 'at most 200',
      measured: bytesPerMove.toFixed(0),
      met: bytesPerMove <= 200,
    },
    {
      what: 'cost of a key at 10,000 ideas',
      asked: 'at most 1/8 of 16.7 ms',
      measured: `${(typed / 1000).toFixed(2)} ms, ${typedRatio.toFixed(0)} x bare Yjs`,
      met: typed < 16_700 / 8,
    },
  ];
}

/** Microseconds per call. */
function perEdit(times: number, edit: (n: number) => unknown): number {
  const start = performance.now();
  for (let n = 0; n < times; n++) edit(n);
  return ((performance.now() - start) / times) * 1000;
}
