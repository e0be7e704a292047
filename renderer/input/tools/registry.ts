/** Every tool. A new one is a file and a line. */
import type { ToolId } from '../../stores/uiStore.ts';
import { combineTool } from './combine.ts';
import { connectTool } from './connect.ts';
import { groupTool } from './group.ts';
import { handTool } from './hand.ts';
import { riffTool } from './riff.ts';
import { selectTool } from './select.ts';
import type { Tool } from './tool.ts';
import { writeTool } from './write.ts';

export const TOOLS: Readonly<Record<ToolId, Tool>> = {
  select: selectTool,
  hand: handTool,
  write: writeTool,
  riff: riffTool,
  combine: combineTool,
  connect: connectTool,
  group: groupTool,
};
