/** The app's composition root: reads the start, takes the profile, opens the stores, then the first window. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, ipcMain, nativeTheme, session } from 'electron';
import { ACTIONS } from '../shared/actions/registry.ts';
import type { Settings } from '../shared/ipc/shell.ts';
import { applySettings } from './app/applySettings.ts';
import { installMenu } from './app/appMenu.ts';
import { createWindows } from './app/createWindows.ts';
import { createDialogs } from './app/dialogs.ts';
import { guardSession } from './app/guardSession.ts';
import { listenForOpens } from './app/listenForOpens.ts';
import { quitInOrder } from './app/quitInOrder.ts';
import { declarePageScheme, registerPage } from './app/registerPage.ts';
import { createTestDialogs, type TestDesk } from './app/testDialogs.ts';
import { openOwnHubServer } from './hub/ownHubServer.ts';
import { told } from './ipc/channels.ts';
import { appOrigin } from './ipc/isOurPage.ts';
import { registerShellIpc } from './ipc/registerShellIpc.ts';
import { openMachine } from './service/machine.ts';
import { requestsFor } from './service/requestsFor.ts';
import { help } from './start/help.ts';
import { readArguments } from './start/readArguments.ts';
import type { Handover } from './start/readHandover.ts';
import { readPlatform } from './start/readPlatform.ts';
import { readVersion } from './start/readVersion.ts';
import { usualProfile } from './start/usualProfile.ts';
import { openPlaceStore } from './store/placeStore.ts';
import { ownPort, readPort, rememberPort } from './store/portStore.ts';
import { lockProfile } from './store/profileLock.ts';

const here = dirname(fileURLToPath(import.meta.url));
const appFolder = resolve(here, '../..');
const testing = process.env.RIFFROOM_E2E === '1';
const platform = readPlatform(process.platform);
const place = { folder: process.cwd(), own: [process.execPath, appFolder, join(here, 'main.js')] };
const asked = readArguments(process.argv.slice(1), place);
const profile = asked.profile ?? usualProfile();

app.setName('Riffroom');
app.setPath('userData', profile);
app.setPath('sessionData', join(profile, 'chromium'));
// Root cannot have a sandbox: whoever starts the app as root says so with --no-sandbox, and is told.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declarePageScheme();

if (asked.help) {
  process.stdout.write(help);
  app.exit(0);
} else if (
  app.requestSingleInstanceLock({ files: asked.files, invites: asked.invites, practice: asked.practice })
) {
  const early: Handover[] = [asked];
  let take = (handover: Handover): void => void early.push(handover);
  listenForOpens(app, place, (handover) => take(handover));
  // Not awaited here: `ready` waits for this module to end.
  app
    .whenReady()
    .then(start)
    .then((running) => {
      take = running;
      for (const handover of early) running(handover);
    })
    .catch((error: unknown) => {
      process.stderr.write(
        `Riffroom could not start: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      app.exit(1);
    });
} else {
  process.stdout.write('Riffroom is already open with this profile; it has been brought to the front.\n');
  app.exit(0);
}

/** Answers what to do with files and invites from outside. */
async function start(): Promise<(handover: Handover) => void> {
  const dialogs = testing ? createTestDialogs(globalThis as { __riffroomE2E?: TestDesk }) : createDialogs();
  const apply = (settings: Settings): void =>
    applySettings(settings, nativeTheme, session.defaultSession, app.getPreferredSystemLanguages());
  const lock = await lockProfile(profile);
  if (!lock.ok) {
    dialogs.say(lock.sentence);
    throw new Error(lock.sentence);
  }
  const pageFolder = resolve(here, '../renderer');
  const machine = await openMachine({
    profile,
    version: await readVersion(appFolder),
    pageFolder,
    settingsChanged: apply,
  });
  apply(machine.settings.current());
  guardSession(session.defaultSession);
  const wantedPort = asked.port ?? (await readPort(machine.files, profile, ownPort));
  const own = await openOwnHubServer(machine.hub, wantedPort, appOrigin);
  await rememberPort(machine.files, profile, ownPort, own.port);
  registerPage(session.defaultSession, pageFolder, [`ws://127.0.0.1:${own.port}`]);
  if (app.isPackaged && !testing) app.setAsDefaultProtocolClient('riffroom');

  const places = await openPlaceStore(machine.files, profile);
  let ready = false;
  const windows = createWindows(
    {
      machine,
      dialogs,
      places,
      hub: own.access,
      preload: join(here, 'preload.cjs'),
      platform,
      isDark: () => nativeTheme.shouldUseDarkColors,
      painted() {
        if (!ready) process.stdout.write('Riffroom is ready in a window\n');
        ready = true;
      },
      actionsChanged: () => menu.show(windows.enabledActions()),
    },
    (contents, id) => contents.send(told.action, id),
  );
  const menu = installMenu(ACTIONS, platform, (id) => windows.act(id));
  registerShellIpc(ipcMain, windows.endOf);
  quitInOrder(app, process.platform, async () => {
    await windows.settled();
    await places.settled();
    await machine.hub.close();
    await own.close();
    await lock.value.release();
  });
  app.on('activate', windows.bringToFront);
  lock.value.describe('in a window');
  windows.open(null);
  return (handover) => {
    void requestsFor(machine, handover).then(windows.deliver);
  };
}
