/** Everything of this profile that all windows share, opened once at the start. */

import * as nodeFiles from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import type { Settings } from '../../shared/ipc/shell.ts';
import { type HubService, openHubService } from '../hub/hubService.ts';
import { type Claims, createClaims } from '../store/claims.ts';
import type { FilePort } from '../store/filePort.ts';
import { createFileHandles, type FileHandles } from '../store/handles.ts';
import { type Identity, openIdentity } from '../store/identity.ts';
import { createLibrary, type Library } from '../store/library.ts';
import { lanPort, readPort, rememberPort } from '../store/portStore.ts';
import { openSettings, type SettingsStore } from '../store/settingsStore.ts';
import { sweepUnfinished } from '../store/sweepUnfinished.ts';
import { createTurns, type Turns } from '../store/turns.ts';
import type { JamHolder } from './jamHolder.ts';

export interface Machine {
  readonly files: FilePort;
  readonly version: string;
  readonly library: Library;
  readonly settings: SettingsStore;
  readonly identity: Identity;
  readonly claims: Claims<JamHolder>;
  readonly handles: FileHandles;
  readonly hub: HubService;
  /** Opening and closing of one jam, one after the other. */
  readonly turns: Turns;
  /** Theme and spell-check act outside the page too. */
  readonly settingsChanged: (settings: Settings) => void;
}

export interface MachineOptions {
  readonly profile: string;
  readonly version: string;
  /** The built page, for guests on the network. */
  readonly pageFolder?: string;
  readonly files?: FilePort;
  readonly now?: () => number;
  readonly settingsChanged?: (settings: Settings) => void;
}

export async function openMachine(options: MachineOptions): Promise<Machine> {
  const { profile, version, files = nodeFiles, now = Date.now, settingsChanged = () => undefined } = options;
  await mkdir(profile, { recursive: true, mode: 0o700 });
  const library = createLibrary(files, profile, now);
  await sweepUnfinished(files, profile).catch(() => undefined);
  // A bin that can't be swept is no reason not to start.
  await library.sweep().catch(() => undefined);
  return {
    files,
    version,
    library,
    settings: await openSettings(files, profile),
    identity: await openIdentity(files, profile),
    claims: createClaims(),
    handles: createFileHandles(),
    hub: openHubService({
      pageFolder: options.pageFolder ?? null,
      port: {
        read: () => readPort(files, profile, lanPort),
        remember: (port) => rememberPort(files, profile, lanPort, port),
      },
    }),
    turns: createTurns(),
    settingsChanged,
  };
}
