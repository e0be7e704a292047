/** Identifiers. All are opaque strings; new ones come from `Context.newId()` (22 url-safe characters). */

/** A jam. Random, the same in every copy of one jam; two files of the same jam merge. Lives outside the log. */
export type JamId = string;
export type BoardId = string;
export type IdeaId = string;
/** `child:parent`: one riff per pair, so that two people who draw the same one agree. */
export type RiffKey = string;
export type ConnectorId = string;
export type GroupId = string;
/** `ideaId:uuid` */
export type CommentKey = string;
/** `ideaId:uuid` */
export type DecisionKey = string;
export type MemberId = string;
/** A device's public key, base64url. */
export type DeviceId = string;

/** The board that every jam has; its id is fixed so that it needs no first writer. */
export const MAIN_BOARD: BoardId = 'main';

/** The group that is none: what lies in it was handed in at a reveal and waits to be laid. */
export const UNLAID: GroupId = 'unlaid';

export function riffKey(child: IdeaId, parent: IdeaId): RiffKey {
  return `${child}:${parent}`;
}

/** The idea that a flat-map key (`ideaId:uuid`) belongs to. */
export function ideaOfKey(key: CommentKey | DecisionKey | RiffKey): IdeaId {
  const colon = key.indexOf(':');
  return colon < 0 ? key : key.slice(0, colon);
}
