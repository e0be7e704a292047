/** One way to share edits, as it runs in a page. */
export interface Way {
  /** Writes this text as one edit. */
  edit(text: string): void;
  /** Called with what somebody else's edit has made of it. */
  onText(listener: (text: string) => void): void;
  /** Other pages that it is connected with, or null where it can't tell. */
  linked(): number | null;
}

export interface WayOptions {
  /** Pages that meet have the same. */
  readonly room: string;
  readonly hub: string;
  readonly relay: string;
  readonly hocuspocus: string;
}
