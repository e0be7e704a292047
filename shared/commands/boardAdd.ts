import { fieldKey } from '../doc/schema.ts';
import type { BoardId } from '../model/ids.ts';
import { command } from './command.ts';

/** A further board. `order` is a fractional index between its neighbours'. */
export const boardAdd = command<{ name: string; order: string }, { board: BoardId }>({
  title: 'add board',
  act: 'arrange',
  run({ name, order }, scene, write) {
    const board = scene.newId();
    write.set('boards', fieldKey(board, 'name'), name.slice(0, 200));
    write.set('boards', fieldKey(board, 'order'), order);
    write.set('boards', fieldKey(board, 'bin'), false);
    return { board };
  },
});
