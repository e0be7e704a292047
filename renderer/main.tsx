/** Starts the window: the shell of where it runs, the app around it, and the first screen. */
import { createRoot } from 'react-dom/client';
import './theme/theme.css';
import { App } from './app/App.tsx';
import { createApp } from './app/createApp.ts';
import { Broken } from './app/ErrorBoundary.tsx';
import { JAM_ACTIONS } from './app/jamActions.ts';
import { pickShell } from './shell/pickShell.ts';
import { followTheme } from './theme/theme.ts';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for Riffroom.');
// Until the settings are read, the system's own.
const stopFollowing = followTheme('system');
const root = createRoot(place);
try {
  const app = createApp(await pickShell(), JAM_ACTIONS);
  root.render(<App app={app} />);
  await app.start();
} catch (error) {
  console.error(error);
  root.render(<Broken error={error instanceof Error ? error : new Error(String(error))} />);
}
stopFollowing();
