/** What a canvas says of the others, read from the words that are painted on it. */
import { describe, expect, it } from 'vitest';
import type { CanvasTheme } from '../../../renderer/canvas/canvasTheme.ts';
import type { LiveBrush } from '../../../renderer/canvas/live/liveBrush.ts';
import { paintPeople } from '../../../renderer/canvas/live/paintPeople.ts';
import type { Pen } from '../../../renderer/canvas/paint/pen.ts';
import { createRoomStore, type PersonHere } from '../../../renderer/stores/roomStore.ts';
import { PLAIN_OPTIONS } from '../../../shared/model/course.ts';
import { createCursorMotion } from '../../../shared/presence/cursorMotion.ts';
import { readPresence } from '../../../shared/presence/presence.ts';
import { createTestBoard } from './testBoard.ts';

/** Bo moves B, Cy writes on A, and both point. */
function paintedWords(phase: 'signed' | 'unsigned' | null): string[] {
  const { board, session, jam, lay } = createTestBoard();
  const a = lay(0, 0);
  const b = lay(1, 0);
  if (phase !== null) {
    const options = { ...PLAIN_OPTIONS, unsigned: phase === 'unsigned' };
    jam.run('course.load', {
      template: null,
      plans: [{ kind: 'riff', title: '', prompt: '', minutes: 5, options }],
    });
    const [line] = jam.snapshot().course.phases.keys();
    jam.run('run.start', { phase: line ?? null, round: 1, roster: [], running: false });
  }
  const person = (member: string, name: string, doing: object): PersonHere => ({
    member,
    name,
    me: false,
    peers: [
      {
        peer: member,
        member,
        name,
        way: 'direct',
        holds: 'all',
        silent: false,
        roundTrip: null,
        bytesIn: 0,
        bytesOut: 0,
        refused: 0,
      },
    ],
    doing: readPresence({ member, name, ...doing }),
  });
  const store = createRoomStore();
  store.setState({
    people: [
      person('bo', 'Bo Marr', { verb: 'moving', holds: [b], grip: { x: 190, y: 10 } }),
      person('cy', 'Cy Ives', { verb: 'writing', writing: a }),
    ],
  });
  const motion = createCursorMotion();
  motion.push({ x: 300, y: 200 }, 0);
  const pointers = {
    shown: () =>
      new Map([
        ['bo', motion],
        ['cy', motion],
      ]),
  };
  Object.assign(session, { room: { store, pointers } });
  const words: string[] = [];
  paintPeople(board, recordingBrush(words));
  return words;
}

function recordingBrush(words: string[]): LiveBrush {
  const anything: unknown = new Proxy(() => undefined, {
    get: () => anything,
    set: () => true,
    apply: () => undefined,
  });
  const say = (text: string): number => {
    words.push(text.trim());
    return 0;
  };
  const pen: Pen = {
    ink: anything as CanvasRenderingContext2D,
    fill: () => undefined,
    stroke: () => undefined,
    font: () => undefined,
    text: say,
    textEnding: say,
    width: (text) => text.length * 6,
    forget: () => undefined,
  };
  const theme = anything as CanvasTheme;
  const style = { theme, zoom: 1, detail: 'full' } as const;
  return { pen, style, px: 1, visible: { x: 0, y: 0, w: 1_000, h: 700 }, now: 500 };
}

describe('the others on the board', () => {
  it.each([null, 'signed'] as const)('carry name and verb where nothing hides them (%s)', (phase) => {
    const words = paintedWords(phase);
    expect(words).toEqual(expect.arrayContaining(['Bo Marr', 'moving B', 'Cy Ives', 'writing', 'BM', 'CI']));
  });

  it('are arrows alone in an unsigned phase: a sheet is held and written on by nobody by name', () => {
    const words = paintedWords('unsigned');
    expect(words.join(' ')).not.toMatch(/Bo|Cy|\bBM\b|\bCI\b|moving/);
    // That somebody writes there is seen, and the sheet in the hand.
    expect(words).toContain('writing');
    expect(words).toContain('At 1 0');
  });
});
