/** What happens in a simulated room, by the dice. Each act says in a few words what it was, for whoever replays it. */
import type { TextSession } from '../../shared/jam/jam.ts';
import { actAtRandom } from '../support/threePeople.ts';
import type { Page } from './page.ts';
import type { World } from './world.ts';

type Dice = (sides: number) => number;
interface Scene {
  readonly world: World;
  readonly dice: Dice;
}
type Act = (scene: Scene) => string | Promise<string>;

const hour = 3_600_000;

function pick<T>(list: readonly T[], dice: Dice): T | undefined {
  return list[dice(Math.max(1, list.length))];
}

const awakePage = ({ world, dice }: Scene): Page | undefined =>
  pick(
    world.pages.filter(({ laptop, life }) => laptop.isAwake && !life.isOver),
    dice,
  );

const work: Act = (scene) => {
  const page = awakePage(scene);
  return page ? `${page.name}: ${actAtRandom(page, scene.dice)}` : 'nobody is there';
};

/** Keys one by one while other things happen; then the editor closes. */
const type: Act = (scene) => {
  const { dice } = scene;
  const page = awakePage(scene);
  const idea = page && pick([...page.jam.snapshot().ideas.keys()], dice);
  const opened = idea === undefined ? null : page?.jam.openText({ idea, field: 'text' });
  if (!page || !opened?.ok) return 'nothing to type into';
  const { ytext, origin }: TextSession = opened.value;
  let keys = 2 + dice(25);
  const press = (): void => {
    keys -= 1;
    if (keys === 0) {
      opened.value.close();
      return;
    }
    page.jam.doc.transact(() => {
      if (dice(6) === 0 && ytext.length > 0) ytext.delete(dice(ytext.length), 1);
      else ytext.insert(dice(ytext.length + 1), page.name[0] ?? '?');
    }, origin);
    page.life.schedule(20 + dice(200), press);
  };
  press();
  return `${page.name} types`;
};

const paste: Act = (scene) => {
  const page = awakePage(scene);
  const idea = page && pick([...page.jam.snapshot().ideas.keys()], scene.dice);
  if (!page || idea === undefined) return 'nothing to paste into';
  const text = 'x'.repeat(1 + scene.dice(150_000));
  page.jam.run('idea.text', { idea, field: 'detail', text });
  return `${page.name} pastes ${text.length} characters`;
};

const pretend: Act = (scene) => {
  const page = awakePage(scene);
  if (!page) return 'nobody is there';
  page.awareness.setLocalState({ name: page.name, mood: scene.dice(1000) });
  page.room.sendCursor(Uint8Array.of(scene.dice(256)));
  return `${page.name} looks elsewhere`;
};

const block: Act = ({ world, dice }) => {
  const [a, b] = [pick(world.laptops, dice), pick(world.laptops, dice)];
  if (!a || !b) return '';
  world.air.block(a, b, true);
  return `nothing passes between ${a.name} and ${b.name}`;
};

const part: Act = ({ world, dice }) => {
  const left = new Set(world.laptops.filter(() => dice(2) === 0));
  for (const a of world.laptops)
    for (const b of world.laptops) world.air.block(a, b, left.has(a) !== left.has(b));
  return `parted: ${[...left].map(({ name }) => name).join(', ')} | the others`;
};

const join: Act = ({ world }) => {
  world.air.mendAll();
  return 'everything passes again';
};

const hide: Act = ({ world, dice }) => {
  const [a, b] = [pick(world.laptops, dice), pick(world.laptops, dice)];
  if (!a || !b || a === b) return '';
  world.air.hide(a, b, true);
  world.air.snap(a, b);
  return `no direct path between ${a.name} and ${b.name}`;
};

const snap: Act = ({ world, dice }) => {
  const [a, b] = [pick(world.laptops, dice), pick(world.laptops, dice)];
  if (!a || !b) return '';
  world.air.snap(a, b);
  return `paths between ${a.name} and ${b.name} break`;
};

const restartHub: Act = ({ world, dice }) => {
  const laptop = pick(world.laptops, dice);
  if (!laptop) return '';
  world.air.restartHub(laptop);
  return `${laptop.name}'s hub starts anew`;
};

/** Often in the middle of telling the others. */
const crash: Act = async (scene) => {
  const { world, dice } = scene;
  const page = awakePage(scene);
  if (!page) return 'nobody is there';
  const last = dice(3) > 0 ? actAtRandom(page, dice) : 'nothing';
  await world.clock.pass(dice(150));
  world.crash(page);
  return `${page.name} crashes, last: ${last}`;
};

const close: Act = async (scene) => {
  const page = awakePage(scene);
  if (!page || page.laptop.isDiskFull) return 'nobody leaves';
  await scene.world.close(page);
  return `${page.name} leaves`;
};

const open: Act = async ({ world, dice }) => {
  const laptop = pick(
    world.laptops.filter((one) => one.isAwake && !world.pageOf(one)),
    dice,
  );
  if (!laptop) return 'everybody is there';
  await world.open(laptop);
  return `${laptop.name} is back`;
};

const shut: Act = ({ world, dice }) => {
  const laptop = pick(world.laptops, dice);
  if (!laptop?.isAwake) return '';
  world.sleep(laptop, true);
  return `${laptop.name}'s lid is closed`;
};

const wake: Act = ({ world, dice }) => {
  const laptop = pick(
    world.laptops.filter(({ isAwake }) => !isAwake),
    dice,
  );
  // The network is back, and with it the right time.
  if (laptop && dice(3) === 0) laptop.wallOffset += (dice(49) - 24) * hour;
  if (laptop) world.sleep(laptop, false);
  const page = laptop ? world.pageOf(laptop) : awakePage({ world, dice });
  page?.room.wake();
  return `${page?.name ?? 'nobody'} wakes`;
};

const setClock: Act = ({ world, dice }) => {
  const laptop = pick(world.laptops, dice);
  if (!laptop) return '';
  laptop.wallOffset += (dice(49) - 24) * hour + dice(100_000);
  return `${laptop.name}'s clock is set to ${laptop.wallOffset} ms off`;
};

const fillDisk: Act = ({ world, dice }) => {
  const laptop = pick(world.laptops, dice);
  if (!laptop) return '';
  laptop.isDiskFull = !laptop.isDiskFull;
  return `${laptop.name}'s disk ${laptop.isDiskFull ? 'is full' : 'has room'}`;
};

/** What is on one's disk, as a file in another's hand. */
const handOver: Act = (scene) => {
  const page = awakePage(scene);
  const from = pick(scene.world.laptops, scene.dice);
  if (!page || !from) return '';
  page.jam.merge([...from.journal]);
  return `${page.name} merges a file of ${from.name}`;
};

/** Night, a weekend, two weeks: most lids are closed; somebody may work on alone for an hour. */
const goAway: Act = async (scene) => {
  const { world, dice } = scene;
  const stays = dice(3) === 0 ? pick(world.laptops, dice) : undefined;
  for (const laptop of world.laptops) if (laptop !== stays) world.sleep(laptop, true);
  const hours = stays ? 1 : 1 + dice(400);
  await world.clock.pass((hours * hour) / 2);
  if (stays?.isAwake) await work(scene);
  await world.clock.pass((hours * hour) / 2);
  for (const laptop of world.laptops) if (dice(3) > 0) world.sleep(laptop, false);
  return `${hours} hours later`;
};

const harm: Act = ({ world }) => world.hostile?.act() ?? 'nobody means harm';

/** How often each comes, of the sum of all. */
const weights: readonly (readonly [number, Act])[] = [
  [40, work],
  [12, type],
  [2, paste],
  [4, pretend],
  [4, block],
  [3, part],
  [7, join],
  [3, hide],
  [4, snap],
  [2, restartHub],
  [4, crash],
  [3, close],
  [9, open],
  [4, shut],
  [8, wake],
  [2, setClock],
  [2, fillDisk],
  [2, handOver],
  [1, goAway],
  [14, harm],
];
const sum = weights.reduce((total, [weight]) => total + weight, 0);

export async function happenAtRandom(scene: Scene): Promise<string> {
  let left = scene.dice(sum);
  for (const [weight, act] of weights) {
    if (left < weight) return act(scene);
    left -= weight;
  }
  return '';
}
