/** What only a window (or a tab) can do for the service behind it. One per window; all methods are cheap to refuse. */
import type { HubAccess, OpenRequest, StartInfo } from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';

export interface Desk {
  readonly kind: StartInfo['kind'];
  readonly platform: StartInfo['platform'];
  /** The jam that this window was opened for. */
  readonly startJam: JamId | null;
  /** Where this window's page finds the hub. */
  hub(): HubAccess;
  painted(): void;
  /** A path chosen in a dialog, or null. */
  chooseFile(): Promise<string | null>;
  chooseTarget(name: string, typeName: string): Promise<string | null>;
  writeClipboard(text: string): Promise<void>;
  setTitle(title: string): void;
  setEnabledActions(ids: readonly string[]): void;
  openWindow(jam: JamId | null): Promise<void>;
  /** Hands a request to the page, which has started. */
  send(request: OpenRequest): void;
  /** Whether the page still answers; a tab that is gone may not keep a jam to itself. */
  isAlive(): Promise<boolean>;
  bringToFront(): void;
}
