/** Everything that can arrive from outside while the app runs: a second start, and on a Mac files and links. */
import type { App } from 'electron';
import type { ArgumentPlace } from '../start/readArguments.ts';
import { type Handover, readHandover } from '../start/readHandover.ts';
import { readInvite } from '../start/readInvite.ts';

/** Call before `ready`: a Mac sends the files of the start itself as events. `take` keeps what comes too early. */
export function listenForOpens(app: App, place: ArgumentPlace, take: (handover: Handover) => void): void {
  app.on('second-instance', (_event, argv, folder, data) =>
    take(readHandover(data, argv, { ...place, folder })),
  );
  app.on('open-file', (event, path) => {
    event.preventDefault();
    take({ files: [path], invites: [], practice: false });
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const invite = readInvite(url);
    if (invite !== null) take({ files: [], invites: [invite], practice: false });
  });
}
