/** The Wall over the made-up jam: `?screen=wall&kind=vote&state=closed&lit=D5&focus=A`, `two`: with two people in the room. */

import { describeWall } from '../../../renderer/wall/describeWall.ts';
import { Wall } from '../../../renderer/wall/Wall.tsx';
import { createBoardLayout } from '../../../shared/ideas/boardLayout.ts';
import { createStructureReader } from '../../../shared/ideas/structure.ts';
import { MAIN_BOARD } from '../../../shared/model/ids.ts';
import { readCourse } from '../../../shared/phases/course.ts';
import { kindNamed } from '../../../shared/phases/registry.ts';
import { readSigning } from '../../../shared/phases/signing.ts';
import { riffSession } from '../../../shared/templates/riffSession.ts';
import { planTemplate } from '../../../shared/templates/template.ts';
import { records, someEvent, somePhase, someRun } from '../../shared/phases/someCourse.ts';
import { brief, people } from './data.ts';
import { harnessView, idOf } from './harnessView.ts';

export function wallScreen(params: URLSearchParams) {
  const view = harnessView();
  const layout = createBoardLayout(MAIN_BOARD, createStructureReader());
  const whole = {
    ...view,
    layout: layout.update(view.snapshot, null),
    index: layout.index,
    dirty: null,
    whole: true,
  };
  const kind = params.get('kind');
  const phases = planTemplate(riffSession, 9).map((plan, i) => ({ ...somePhase(`p${i}`, i), ...plan }));
  const phase = phases.find((one) => one.kind === kind);
  const list = ['A', 'D5', 'B', 'C2', 'E', 'D'].map((label) => idOf(view, label));
  const alone = someRun('solo', { phase: 'p1', kind: 'solo' });
  const run = someRun('r1', {
    phase: phase?.id ?? 'none',
    kind: kind ?? 'free',
    list,
    after: 'solo',
    lamport: 2,
  });
  const closes =
    params.get('state') === 'closed'
      ? new Map([
          [
            'k',
            {
              run: 'r1',
              counted: [],
              aside: [],
              voters: params.has('few') ? 4 : 9,
              totals: new Map(list.map((id, i) => [id, [7 - i, Math.max(0, 3 - i), i === 0 ? 2 : 0]])),
              by: 'GL',
              lamport: 9,
              at: 0,
            },
          ],
        ])
      : new Map();
  const words = ['lighter', 'awake', 'together', 'doubtful', 'hungry', 'ready', 'heard', 'curious', 'brave'];
  const course = readCourse(
    records({
      phases,
      runs: kind === null ? [] : [alone, run].map((one) => ({ ...one, by: 'GL' })),
      more: { closes, clock: new Map([['e', someEvent('e', {})]]) },
    }),
    'GL',
  );
  const born = kind === 'reveal' ? 'solo' : null;
  const ideas = new Map(
    [...view.snapshot.ideas].map(([id, idea]) => [id, { ...idea, born: { ...idea.born, run: born } }]),
  );
  const reflections = new Map(
    words.map((text, i) => [
      `r1:${i}`,
      { key: `r1:${i}`, run: 'r1', question: 'word', text, by: `m${i}`, lamport: 1, at: 0 },
    ]),
  );
  const snapshot = {
    ...view.snapshot,
    brief: { ...view.snapshot.brief, challenge: params.get('challenge') ?? brief.challenge },
    ideas,
    course: { ...view.snapshot.course, reflections },
  };
  const label = (name: string) => {
    const said = params.get(name);
    return said === null ? null : idOf(view, said);
  };
  const scene = describeWall({
    view: { ...whole, snapshot, signing: readSigning(course) },
    course: { ...course, kind: kindNamed(kind ?? 'free') },
    elapsed: Number(params.get('elapsed') ?? 102_000),
    now: Date.now(),
    people: people.map(({ name }) => name),
    here: 9,
    ready: 6,
    faceDown: params.has('two') ? null : 45,
    lit: label('lit'),
    focus: label('focus'),
    link: 'http://192.168.7.12:4718/#AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz',
    theme: params.get('theme') === 'dark' ? 'dark' : 'light',
  });
  return <Wall scene={params.get('state') === 'gone' ? null : scene} />;
}
