/**
 * Where somebody's pointer is on a board: 16 bytes on the link's unreliable lane, only while it moves. One that is lost
 * is made good by the next; one that comes late is dropped by its number.
 *
 * ```
 * cursor = format:u8 flags:u8 number:u16 board:u32 x:f32 y:f32      little-endian; flags bit 0: over the board
 * ```
 */
import type { Point } from '../model/geometry.ts';
import type { BoardId } from '../model/ids.ts';
import { toUtf8 } from '../util/bytes.ts';
import { hash53 } from '../util/hash.ts';

export const CURSOR_BYTES = 16;
const format = 1;
const isHere = 1;
const numbers = 0x1_0000;

export interface CursorMark {
  /** Counts up by one a message, from 65,535 to 0. */
  readonly number: number;
  /** `boardMark` of the board it is on. */
  readonly board: number;
  /** Page point, or null: it left the board. */
  readonly at: Point | null;
}

/** A board's name in four bytes: enough to tell the boards of one jam apart. */
export function boardMark(board: BoardId): number {
  return hash53('board', toUtf8(board)) % 0x1_0000_0000;
}

export function encodeCursor({ number, board, at }: CursorMark): Uint8Array {
  const bytes = new Uint8Array(CURSOR_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, format);
  view.setUint8(1, at === null ? 0 : isHere);
  view.setUint16(2, number % numbers, true);
  view.setUint32(4, board, true);
  view.setFloat32(8, at?.x ?? 0, true);
  view.setFloat32(12, at?.y ?? 0, true);
  return bytes;
}

/** null for what is none. Never throws. */
export function decodeCursor(bytes: Uint8Array): CursorMark | null {
  if (bytes.length !== CURSOR_BYTES || bytes[0] !== format) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = { x: view.getFloat32(8, true), y: view.getFloat32(12, true) };
  if (!Number.isFinite(at.x) || !Number.isFinite(at.y)) return null;
  return {
    number: view.getUint16(2, true),
    board: view.getUint32(4, true),
    at: (view.getUint8(1) & isHere) === 0 ? null : at,
  };
}

/** Whether `number` comes after `before`, counting round: what is up to half a round ahead is newer. */
export function isNewer(number: number, before: number): boolean {
  const ahead = (number - before + numbers) % numbers;
  return ahead > 0 && ahead < numbers / 2;
}
