/** The browser edition's composition root: plain Node, no Electron, for machines without a display. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './serve/startServer.ts';
import { openMachine } from './service/machine.ts';
import { requestsFor } from './service/requestsFor.ts';
import { help } from './start/help.ts';
import { readArguments } from './start/readArguments.ts';
import { readVersion } from './start/readVersion.ts';
import { usualProfile } from './start/usualProfile.ts';
import { ownPort, readPort, rememberPort } from './store/portStore.ts';
import { lockProfile } from './store/profileLock.ts';

const here = dirname(fileURLToPath(import.meta.url));
const appFolder = resolve(here, '../..');
const asked = readArguments(process.argv.slice(2), {
  folder: process.cwd(),
  own: [process.execPath, appFolder, join(here, 'serve.js')],
});

if (asked.help) {
  process.stdout.write(help);
} else {
  start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}

async function start(): Promise<void> {
  const profile = asked.profile ?? usualProfile();
  const lock = await lockProfile(profile);
  if (!lock.ok) throw new Error(lock.sentence);
  const pageFolder = resolve(here, '../renderer');
  const machine = await openMachine({ profile, version: await readVersion(appFolder), pageFolder });
  const edition = await startServer({
    machine,
    pageFolder,
    port: asked.port ?? (await readPort(machine.files, profile, ownPort)),
  });
  await rememberPort(machine.files, profile, ownPort, edition.port);
  lock.value.describe(`in the browser, at ${edition.address}`);
  for (const request of await requestsFor(machine, asked)) edition.deliver(request);
  process.stdout.write(`Riffroom is ready at ${edition.address}\n`);

  const stop = (): void => {
    // The hub first: a server ends only when its last socket has.
    void machine.hub
      .close()
      .then(() => edition.close())
      .then(() => lock.value.release())
      .finally(() => process.exit());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
