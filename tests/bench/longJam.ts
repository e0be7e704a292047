/**
 * A jam as people make one: many sessions, each act an envelope of its own. Written straight into the document and the
 * log, because commands would derive numbers and snapshots that nobody looks at here.
 */
import * as Y from 'yjs';
import { ideasRoot } from '../../shared/doc/schema.ts';
import { type Writer, writeInto } from '../../shared/doc/writer.ts';
import { letterOf } from '../../shared/ideas/labels.ts';
import type { HeadRef } from '../../shared/log/envelope.ts';
import { encodeHello } from '../../shared/log/hello.ts';
import type { LogRecord } from '../../shared/log/journalRecord.ts';
import { createLog } from '../../shared/log/logDoc.ts';
import { createSession } from '../../shared/log/session.ts';
import { MODULE } from '../../shared/model/geometry.ts';
import { MAIN_BOARD, riffKey } from '../../shared/model/ids.ts';
import { createSeededContext } from '../../shared/util/context.ts';
import { sha256 } from '../../shared/util/hash.ts';

const SESSIONS = 30;
const IDEAS_PER_TREE = 10;

/** Records in order of arrival, as a journal holds them: `ideas` new sheets and 0.4 moves and edits for each. */
export function playLongJam(ideas: number): LogRecord[] {
  const context = createSeededContext(11);
  const doc = new Y.Doc({ gc: false });
  const log = createLog();
  const records: LogRecord[] = [];
  log.onRecords(({ envelopes }) => {
    for (const { session, bytes } of envelopes) records.push({ session, bytes });
  });
  const ids: string[] = [];
  let before: HeadRef | null = null;

  for (let n = 0; n < SESSIONS; n++) {
    const member = `member${n % 6}`;
    const device = sha256(context.randomBytes(32));
    const session = createSession(context, { device, memberId: member, memberName: `Member ${n % 6}` });
    doc.clientID = session.docClientId;
    const append = (kind: 'hello' | 'edit', body: Uint8Array): void => {
      const seen = before === null || before.session === session.key ? [] : [before];
      const wall = context.now();
      const { envelope } = log.append(session.key, { kind, lamport: log.lamport + 1, seen, wall, body });
      before = { session: session.key, seq: envelope.seq };
    };
    const onUpdate = (body: Uint8Array): void => append('edit', body);
    const act = (change: (write: Writer) => void): void => {
      context.advance(4_000);
      writeInto(doc, {}, (text) => new Y.UndoManager(text), change);
    };
    append('hello', encodeHello(session));
    doc.on('update', onUpdate);
    act((write) => {
      if (n === 0) {
        write.setBriefText('challenge', 'How many ideas are too many?');
        write.set('brief', 'creator', member);
        write.set('brief', 'created', context.now());
      }
      write.set('members', member, { name: `Member ${n % 6}`, expertise: '', lamport: log.lamport + 1 });
    });
    const until = Math.ceil((ideas * (n + 1)) / SESSIONS);
    while (ids.length < until) {
      const index = ids.length;
      act((write) => ids.push(addIdea(write, index)));
      if (index % 5 < 2) change(index);
    }
    doc.off('update', onUpdate);

    function addIdea(write: Writer, index: number): string {
      const id = context.newId();
      const inTree = index % IDEAS_PER_TREE;
      const root = index - inTree;
      const parent = inTree === 0 ? null : (ids[index % 3 === 0 ? root : index - 1] ?? null);
      const stamp = [member, log.lamport + 1, context.now()] as const;
      const claim = {
        root: inTree === 0 ? null : (ids[root] ?? null),
        n: inTree === 0 ? root / IDEAS_PER_TREE + 1 : inTree + 1,
      };
      write.addIdea({
        id,
        born: {
          author: member,
          hand: 'bench',
          created: context.now(),
          lamport: stamp[1],
          run: null,
          framing: null,
          claim,
        },
        kind: ['note', 'question', 'risk', 'insight', 'proposal'][index % 5] ?? 'note',
        place: { board: MAIN_BOARD, group: null, ...placeOf(index), auto: false },
        text: `Idea ${index}: what if the door stayed open after dark`,
        detail: '',
      });
      if (parent !== null) write.set('riffs', riffKey(id, parent), ['build', ...stamp, 0]);
      const letters = letterOf(root / IDEAS_PER_TREE + 1);
      write.set('settled', id, [inTree === 0 ? letters : `${letters}${inTree + 1}`, ...stamp]);
      return id;
    }

    function change(index: number): void {
      const which = (index * 37) % ids.length;
      const id = ids[which] ?? '';
      if (index % 5 === 0) {
        const text = ideasRoot(doc).get(id)?.get('text');
        if (text instanceof Y.Text) act((write) => write.setIdeaText(id, 'text', `${String(text)} at last`));
      } else {
        const { x, y } = placeOf(which);
        act((write) => write.placeIdea(id, { board: MAIN_BOARD, group: null, x, y, auto: false }));
      }
    }
  }
  return records;
}

/** Trees of ten, side by side: the root, and its riffs two abreast to its right. */
function placeOf(index: number): { x: number; y: number } {
  const inTree = index % IDEAS_PER_TREE;
  const tree = (index - inTree) / IDEAS_PER_TREE;
  const column = inTree === 0 ? 0 : 1 + ((inTree - 1) % 2);
  const row = inTree === 0 ? 0 : Math.floor((inTree - 1) / 2);
  return {
    x: ((tree % 40) * 4 + column) * MODULE.pitchX,
    y: (Math.floor(tree / 40) * 6 + row) * MODULE.pitchY,
  };
}
