import { describe, expect, it } from 'vitest';
import { onModules } from '../../../renderer/input/gestures/drawArea.ts';
import { combineTool } from '../../../renderer/input/tools/combine.ts';
import { connectTool } from '../../../renderer/input/tools/connect.ts';
import { groupTool } from '../../../renderer/input/tools/group.ts';
import { handTool } from '../../../renderer/input/tools/hand.ts';
import { riffTool } from '../../../renderer/input/tools/riff.ts';
import { selectTool } from '../../../renderer/input/tools/select.ts';
import { writeTool } from '../../../renderer/input/tools/write.ts';
import { NOTHING_SELECTED } from '../../../renderer/stores/uiStore.ts';
import { createTestBoard, handAt, stroke } from '../canvas/testBoard.ts';

describe('the other tools', () => {
  it('hand: the paper goes with the hand', () => {
    const { board, session } = createTestBoard();
    stroke(board, handTool, [handAt(100, 100), handAt(140, 80)]);
    expect(session.ui.getState().camera).toEqual({ x: -40, y: 20, zoom: 1 });
  });

  it('write: a click lays a sheet on the free module under the hand, open for writing, and the tool is put down', () => {
    const { board, session } = createTestBoard();
    session.set({ tool: 'write' });
    stroke(board, writeTool, [handAt(400, 300)]);
    const { editing, tool } = session.ui.getState();
    expect(session.view().layout.sheets.get(editing ?? '')).toMatchObject({ x: 352, y: 276 });
    expect(tool).toBe('select');
  });

  it('write: a tool that is kept stays in the hand', () => {
    const { board, session } = createTestBoard();
    session.set({ tool: 'write', toolLocked: true });
    stroke(board, writeTool, [handAt(400, 300)]);
    expect(session.ui.getState().tool).toBe('write');
  });

  it('riff: pressing an idea lays its riff beside it, as a build that can be renamed', () => {
    const { board, session, lay } = createTestBoard();
    const a = lay(0, 0);
    session.set({ tool: 'riff' });
    stroke(board, riffTool, [handAt(20, 20)]);
    const { editing, fresh } = session.ui.getState();
    expect(fresh).toEqual({ idea: editing, bond: 'build' });
    expect(session.view().lineage.parents(editing ?? '')).toEqual([a]);
    expect(session.view().layout.sheets.get(editing ?? '')).toMatchObject({ x: 176, y: 0 });
  });

  it('connect: a line from idea to idea asks for its words at once; let go on paper it is forgotten', () => {
    const { board, session, lay } = createTestBoard();
    const a = lay(0, 0);
    const b = lay(3, 0);
    session.set({ tool: 'connect' });
    stroke(board, connectTool, [handAt(20, 20), handAt(300, 300)]);
    expect(session.view().layout.connectors.size).toBe(0);
    stroke(board, connectTool, [handAt(20, 20), handAt(300, 40), handAt(560, 40)]);
    const [line] = session.view().snapshot.connectors.values();
    expect(line).toMatchObject({ from: { type: 'idea', id: a }, to: { type: 'idea', id: b } });
    expect(session.ui.getState()).toMatchObject({ tool: 'select', editingConnector: line?.id });
  });

  it('combine: pressing another idea makes one out of both; pressing paper asks for one', () => {
    const { board, session, lay, said } = createTestBoard();
    const a = lay(0, 0);
    const b = lay(0, 3);
    session.set({ tool: 'combine', selection: { ...NOTHING_SELECTED, ideas: new Set([a]) } });
    stroke(board, combineTool, [handAt(600, 600)]);
    expect(said).toEqual(['Press another idea to combine it with.']);
    stroke(board, combineTool, [handAt(20, 300)]);
    const { editing, tool } = session.ui.getState();
    expect([...session.view().lineage.parents(editing ?? '')].sort()).toEqual([a, b].sort());
    expect(tool).toBe('select');
  });

  it('the end of a selected line goes to another idea; let go on paper, it stays', () => {
    const { board, session, jam, lay } = createTestBoard();
    const [a, b, c] = [lay(0, 0), lay(3, 0), lay(3, 3)];
    const added = jam.run('connector.add', {
      from: { type: 'idea', id: a },
      to: { type: 'idea', id: b },
      label: 'so',
    });
    if (!added.ok) throw new Error(added.sentence);
    const { connector } = added.value;
    session.set({ selection: { ...NOTHING_SELECTED, connectors: new Set([connector]) } });
    const line = () => session.view().snapshot.connectors.get(connector);
    const endAt = () => session.view().layout.connectors.get(connector)?.to ?? { x: 0, y: 0 };
    stroke(board, selectTool, [handAt(endAt().x, endAt().y), handAt(300, 500)]);
    expect(line()?.to.id).toBe(b);
    stroke(board, selectTool, [handAt(endAt().x, endAt().y), handAt(540, 290)]);
    expect(line()).toMatchObject({ from: { id: a }, to: { id: c }, label: 'so' });
    jam.undo();
    expect(line()?.to.id).toBe(b);
  });

  it('group: an area takes in what lies wholly in it, and asks for its name', () => {
    const { board, session, lay } = createTestBoard();
    const inside = lay(1, 2);
    const half = lay(3, 2);
    stroke(board, groupTool, [handAt(160, 130), handAt(330, 300)]);
    const { editingGroup } = session.ui.getState();
    expect(session.view().snapshot.ideas.get(inside)?.place.group).toBe(editingGroup);
    expect(session.view().snapshot.ideas.get(half)?.place.group).toBeNull();
  });

  it('group: an area lies on whole modules with its head above them', () => {
    expect(onModules({ x: 180, y: 150, w: 120, h: 100 })).toEqual({ x: 176, y: 140, w: 142, h: 44 + 82 });
  });
});
