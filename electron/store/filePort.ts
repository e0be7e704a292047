/**
 * The part of `node:fs/promises` that the stores use, as a port: tests put a full disk or a failing fsync behind it.
 * The real one is the module itself.
 */
import type * as fs from 'node:fs/promises';

export type FilePort = Pick<
  typeof fs,
  | 'open'
  | 'rename'
  | 'rm'
  | 'mkdir'
  | 'readdir'
  | 'readFile'
  | 'stat'
  | 'lstat'
  | 'link'
  | 'copyFile'
  | 'realpath'
>;
