/** The room of one open jam as its window uses it. Closed until somebody invites or comes in by a link. */
import type { RoomRecord } from '../../../shared/ipc/shell.ts';
import type { Point } from '../../../shared/model/geometry.ts';
import type { MemberId } from '../../../shared/model/ids.ts';
import type { RoomStore } from '../../stores/roomStore.ts';
import type { Pointers } from './pointers.ts';

export interface SessionRoom {
  readonly store: RoomStore;
  readonly pointers: Pointers;
  /** Somebody came by a link, and nobody of the jam has answered yet: there is nothing to work on. */
  isWaiting(): boolean;
  /** Goes back in where this laptop was before. */
  resume(): Promise<void>;
  /** Goes in by an invite, now and whenever the jam is opened. */
  join(record: RoomRecord): Promise<void>;
  /** Opens the door and makes the links that lead in. What hinders it stands in the store as `trouble`. */
  invite(): Promise<void>;
  /** Closes the door and leaves the room; the jam goes on alone. */
  leave(): Promise<void>;
  /** Where one's own pointer is on the board; null: elsewhere. */
  pointAt(at: Point | null): void;
  /** Looks where somebody looks, until one's own hand moves the board. */
  follow(member: MemberId | null): void;
  /** A copy of all that is here was saved as a file. */
  noteCopy(): void;
  /** One's own name has changed: the others hear it. */
  renamed(): void;
  dispose(): Promise<void>;
}
