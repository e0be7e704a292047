/** Plays the sample as its people would have: one session each, everybody hearing everybody, the clock going on. */
import { GROUP_HEAD } from '../ideas/groupAreas.ts';
import { createJam } from '../jam/createJam.ts';
import { decodeEnvelope, encodeEnvelope } from '../log/envelope.ts';
import type { Heads } from '../log/heads.ts';
import { encodeHello, helloMessage, readHello } from '../log/hello.ts';
import type { LogRecord } from '../log/journalRecord.ts';
import { MAIN_BOARD } from '../model/ids.ts';
import type { BriefField } from '../model/snapshot.ts';
import { toBase64Url } from '../util/bytes.ts';
import { createSeededContext } from '../util/context.ts';
import { createSigner, type Signer } from '../util/signature.ts';
import { modulePoint, type SampleJam, sampleGroupRect } from './sampleJam.ts';

type Jam = ReturnType<typeof createJam>;
const MINUTE = 60_000;

/** All records of the played jam. `startedAt`: wall time, ms. The same every time, but for the times. */
export function playSample(sample: SampleJam, startedAt: number): LogRecord[] {
  const context = createSeededContext(startedAt % 0xffff_ffff, startedAt);
  const jams = new Map<string, Jam>();
  const everything: LogRecord[] = [];
  const signers = new Map<string, Signer>();
  const heard = new Map<string, number>();
  let known: Heads = new Map();

  const jamOf = (ref: string): Jam => {
    const known = jams.get(ref);
    if (known !== undefined) return known;
    const signer = createSigner(context.randomBytes(32));
    signers.set(toBase64Url(signer.device), signer);
    const owner = {
      device: signer.device,
      memberId: context.newId(),
      memberName: sample.people.find((person) => person.ref === ref)?.name ?? ref,
    };
    const jam = createJam({ id: 'sample', owner, context });
    jams.set(ref, jam);
    return jam;
  };
  /** Lets somebody act who has heard all so far, and puts what they did where the others hear it. */
  const act = (ref: string, minute: number, run: (jam: Jam) => void): void => {
    const jam = jamOf(ref);
    const wanted = startedAt + minute * MINUTE;
    context.advance(Math.max(1_500, wanted - context.now()));
    jam.merge(everything.slice(heard.get(ref) ?? 0));
    run(jam);
    jam.flush();
    // Not only what `run` did: the host settles numbers on hearing of new ideas.
    everything.push(...jam.log.records(known));
    known = jam.log.heads();
    heard.set(ref, everything.length);
  };
  const must = <T>(result: { ok: true; value: T } | { ok: false; sentence: string }): T => {
    if (!result.ok) throw new Error(`The sample does not play: ${result.sentence}`);
    return result.value;
  };

  const ids = new Map<string, string>();
  const groups = new Map<string, { id: string; x: number; y: number }>();
  act(sample.host, 0, (jam) => {
    const name = sample.people.find((person) => person.ref === sample.host)?.name ?? '';
    must(jam.run('jam.start', { challenge: sample.brief.challenge, name }));
    must(jam.run('jam.rename', { title: sample.title }));
    for (const [field, text] of Object.entries(sample.brief)) {
      if (field !== 'challenge') must(jam.run('brief.set', { field: field as BriefField, text }));
    }
    for (const group of sample.groups) {
      const rect = sampleGroupRect(group, GROUP_HEAD);
      const added = must(
        jam.run('group.add', { board: MAIN_BOARD, name: group.name, role: group.role, ...rect, ideas: [] }),
      );
      groups.set(group.ref, { id: added.group, x: rect.x, y: rect.y });
    }
  });
  for (const { ref, name, expertise } of sample.people) {
    act(ref, 0.2, (jam) => must(jam.run('member.set', { name, expertise })));
  }
  for (const step of inTime(sample)) {
    act(step.by, step.minute, (jam) => step.run(jam, { ids, groups, must, startedAt }));
  }
  act(sample.host, sample.minutes, (jam) => must(jam.run('numbers.settle', {})));
  for (const jam of jams.values()) jam.dispose();
  return everything.map((record) => signHello(record, signers));
}

/**
 * Signed when all is played, so that nobody in the sample has to check the others. Unsigned sessions would not get
 * through a live peer's gate, and the sample is what people try to share first.
 */
function signHello(record: LogRecord, signers: ReadonlyMap<string, Signer>): LogRecord {
  const envelope = decodeEnvelope(record.bytes);
  if (!envelope.ok || envelope.value.kind !== 'hello') return record;
  const hello = readHello(envelope.value.body);
  const signer = hello.ok ? signers.get(toBase64Url(hello.value.device)) : undefined;
  if (!hello.ok || signer === undefined) return record;
  const signature = signer.sign('hello', helloMessage(hello.value));
  const body = encodeHello({ ...hello.value, signature });
  return { ...record, bytes: encodeEnvelope({ ...envelope.value, body }) };
}

interface Scene {
  readonly ids: Map<string, string>;
  readonly groups: ReadonlyMap<string, { id: string; x: number; y: number }>;
  readonly startedAt: number;
  must<T>(result: { ok: true; value: T } | { ok: false; sentence: string }): T;
}
interface Step {
  readonly minute: number;
  readonly by: string;
  run(jam: Jam, scene: Scene): void;
}

function inTime(sample: SampleJam): Step[] {
  const idOf = (scene: Scene, ref: string): string => scene.ids.get(ref) ?? '';
  const steps: Step[] = [
    ...sample.ideas.map(
      (idea): Step => ({
        minute: idea.minute,
        by: idea.author,
        run(jam, scene) {
          const { x, y } = modulePoint(idea);
          const group = scene.groups.get(idea.group);
          const added = jam.run('idea.add', {
            text: idea.text,
            detail: idea.detail ?? '',
            kind: idea.kind,
            place: {
              board: MAIN_BOARD,
              group: group?.id ?? null,
              x: x - (group?.x ?? 0),
              y: y - (group?.y ?? 0),
              auto: idea.parents.length > 0,
            },
            parents: idea.parents.map(({ ref, bond }) => ({ idea: idOf(scene, ref), bond })),
          });
          scene.ids.set(idea.ref, scene.must(added).idea);
        },
      }),
    ),
    ...sample.connectors.map(
      (line): Step => ({
        minute: line.minute,
        by: line.by,
        run(jam, scene) {
          const end = (ref: string) => ({ type: 'idea' as const, id: idOf(scene, ref) });
          scene.must(jam.run('connector.add', { from: end(line.from), to: end(line.to), label: line.label }));
        },
      }),
    ),
    ...sample.comments.map(
      (comment): Step => ({
        minute: comment.minute,
        by: comment.by,
        run: (jam, scene) =>
          void scene.must(jam.run('comment.add', { idea: idOf(scene, comment.idea), text: comment.text })),
      }),
    ),
    ...sample.decisions.map(
      (decision): Step => ({
        minute: decision.minute,
        by: decision.by,
        run(jam, scene) {
          const owner = sample.people.find((person) => person.ref === decision.owner)?.name ?? '';
          const { outcome, reason, firstStep, dueInDays } = decision;
          const due = dueInDays === null ? '' : isoDay(scene.startedAt + dueInDays * 24 * 60 * MINUTE);
          scene.must(
            jam.run('decision.set', {
              idea: idOf(scene, decision.idea),
              outcome,
              reason,
              owner,
              firstStep,
              due,
            }),
          );
        },
      }),
    ),
  ];
  return steps.sort((a, b) => a.minute - b.minute);
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
