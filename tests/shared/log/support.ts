import * as Y from 'yjs';
import { compareKeys } from '../../../shared/log/envelope.ts';
import { digestHeads } from '../../../shared/log/heads.ts';
import { helloMessage } from '../../../shared/log/hello.ts';
import type { LogRecord } from '../../../shared/log/journalRecord.ts';
import type { Log } from '../../../shared/log/log.ts';
import { createLog } from '../../../shared/log/logDoc.ts';
import { createMaterialiser, type Materialiser } from '../../../shared/log/materialise.ts';
import {
  createRecorder,
  type Recorder,
  type RecorderOptions,
  type Schedule,
} from '../../../shared/log/recorder.ts';
import { encodeSeal } from '../../../shared/log/seal.ts';
import { sealMessage } from '../../../shared/log/sealJudge.ts';
import { createSession, type Session } from '../../../shared/log/session.ts';
import { toUtf8 } from '../../../shared/util/bytes.ts';
import { createSeededContext, type SeededContext } from '../../../shared/util/context.ts';
import { sha256 } from '../../../shared/util/hash.ts';
import { createSigner, type Signer } from '../../../shared/util/signature.ts';

const localOrigin = { type: 'local' };
export const typingOrigin = { type: 'typing' };
export const elsewhere = { type: 'elsewhere' };

/** A person at a laptop: a log, the jam document it materialises into, and one session that writes. */
export interface Writer {
  readonly name: string;
  readonly context: SeededContext;
  readonly log: Log;
  readonly jamDoc: Y.Doc;
  readonly session: Session;
  readonly materialiser: Materialiser;
  readonly recorder: Recorder;
  /** What the journal holds: everything in the order in which it came, so that a cut loses no cause of what it keeps. */
  readonly journal: readonly LogRecord[];
  /** One command. */
  act(change: (doc: Y.Doc) => void): void;
  /** Takes what others sent. */
  take(records: Iterable<LogRecord>): void;
}

export function createWriter(
  name: string,
  seed: number,
  records: Iterable<LogRecord> = [],
  options: Partial<RecorderOptions> = {},
): Writer {
  const context = createSeededContext(seed);
  const device = sha256(toUtf8(name));
  const session =
    options.session ?? createSession(context, { device, memberId: `${name}-id`, memberName: name });
  const log = createLog();
  const jamDoc = new Y.Doc({ gc: false });
  const materialiser = createMaterialiser(log, jamDoc, { localSession: session.key });
  const recorder = createRecorder({
    jamDoc,
    log,
    materialiser,
    session,
    context,
    isLocal: (origin) => origin === localOrigin,
    isTyping: (origin) => origin === typingOrigin,
    ...options,
  });
  const journal: LogRecord[] = [];
  log.onRecords(({ envelopes }) => void journal.push(...envelopes));
  log.addEnvelopes(records, elsewhere);
  return {
    name,
    context,
    log,
    jamDoc,
    session,
    materialiser,
    recorder,
    journal,
    act: (change) => jamDoc.transact(() => change(jamDoc), localOrigin),
    take: (more) => void log.addEnvelopes(more, elsewhere),
  };
}

/** A writer whose device signs. `seal` says so for all that was recorded so far; `sealWrongly` lies. */
export interface SignedWriter extends Writer {
  readonly signer: Signer;
  seal(): void;
  sealWrongly(): void;
}

export function createSignedWriter(
  name: string,
  seed: number,
  records: Iterable<LogRecord> = [],
): SignedWriter {
  const signer = createSigner(sha256(toUtf8(name)));
  const owner = { device: signer.device, memberId: `${name}-id`, memberName: name };
  const unsigned = createSession(createSeededContext(seed), owner);
  const session = { ...unsigned, signature: signer.sign('hello', helloMessage(unsigned)) };
  const writer = createWriter(name, seed, records, { session });
  const append = (signature: (message: Uint8Array) => Uint8Array): void => {
    const upTo = writer.log.length(session.key) - 1;
    const message = sealMessage(writer.log, session.key, upTo);
    if (message) writer.recorder.appendSeal(encodeSeal({ upTo, signature: signature(message) }));
  };
  return {
    ...writer,
    signer,
    seal: () => append((message) => signer.sign('seal', message)),
    sealWrongly: () => append((message) => signer.sign('link', message)),
  };
}

/** A reader that has nothing but these records, given in these portions. */
export function readJam(portions: Iterable<Iterable<LogRecord>>): {
  log: Log;
  jamDoc: Y.Doc;
  materialiser: Materialiser;
} {
  const log = createLog();
  const jamDoc = new Y.Doc({ gc: false });
  const materialiser = createMaterialiser(log, jamDoc);
  for (const portion of portions) log.addEnvelopes(portion, elsewhere);
  return { log, jamDoc, materialiser };
}

/** Everything about a jam that two peers with the same envelopes must agree on. */
export function describeJam({ log, jamDoc }: { log: Log; jamDoc: Y.Doc }): unknown {
  return {
    ...describeDoc(jamDoc),
    heads: digestHeads(log.heads()),
    sessions: log.sessions().sort(compareKeys),
  };
}

export function describeDoc(doc: Y.Doc): { content: unknown; snapshot: string } {
  const content = {
    ideas: doc.getMap('ideas').toJSON(),
    riffs: doc.getMap('riffs').toJSON(),
    brief: doc.getText('brief').toString(),
  };
  return { content, snapshot: Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString('hex') };
}

/** The oracle: Yjs itself, given every body at once and left to find the order. */
export function describeBodies(log: Log): { content: unknown; snapshot: string } {
  const doc = new Y.Doc({ gc: false });
  for (const session of log.sessions()) {
    for (let seq = 0; seq < log.length(session); seq++) {
      const stored = log.stored(session, seq);
      if (stored?.envelope.kind === 'edit') Y.applyUpdate(doc, stored.envelope.body);
    }
  }
  return describeDoc(doc);
}

/** The kinds of change a jam consists of: add, move, type, delete characters, riff, brief. `dice` are any integers. */
export function changeSomething(doc: Y.Doc, writer: Writer, dice: readonly [number, number, number]): void {
  if (!changeWhatIsThere(doc, writer, dice)) addIdea(doc, writer, dice);
}

function changeWhatIsThere(
  doc: Y.Doc,
  writer: Writer,
  [what, which, where]: readonly [number, number, number],
): boolean {
  const ideas = doc.getMap<Y.Map<unknown>>('ideas');
  const ids = [...ideas.keys()].sort();
  const idea = ideas.get(ids[which % Math.max(1, ids.length)] ?? '');
  const text = idea?.get('text');
  const brief = doc.getText('brief');
  if (what % 6 === 1 && idea) idea.set('at', ['board', null, which, where]);
  else if (what % 6 === 2 && text instanceof Y.Text)
    text.insert(where % (text.length + 1), `${writer.name}${which}`);
  else if (what % 6 === 3 && text instanceof Y.Text && text.length > 0) {
    const from = where % text.length;
    text.delete(from, Math.min(text.length - from, 1 + (which % 3)));
  } else if (what % 6 === 4) doc.getMap('riffs').set(writer.context.newId(), { child: which, bond: 'build' });
  else if (what % 6 === 5) brief.insert(where % (brief.length + 1), String(which));
  else return false;
  return true;
}

function addIdea(doc: Y.Doc, writer: Writer, [, which, where]: readonly [number, number, number]): void {
  const idea = new Y.Map<unknown>();
  idea.set('born', { by: writer.name, lamport: writer.recorder.nextLamport() });
  idea.set('at', ['board', null, which, where]);
  idea.set('text', new Y.Text(`idea ${which}`));
  doc.getMap<Y.Map<unknown>>('ideas').set(writer.context.newId(), idea);
}

/** A clock of our own: what is scheduled runs when time is let pass. */
export function createTimers(): { schedule: Schedule; pass(ms: number): void; waiting(): number } {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    schedule(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass(ms) {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) timer.run();
    },
    waiting: () => timers.length,
  };
}

export function shuffle<T>(values: readonly T[], seed: number): T[] {
  const context = createSeededContext(seed);
  const random = (): number => new DataView(context.randomBytes(4).buffer).getUint32(0);
  const result = [...values];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random() % (i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
