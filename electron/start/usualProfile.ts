import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this system's programs keep their data, with our name: the same for the app and the browser edition. */
export function usualProfile(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home = homedir(),
): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Riffroom');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Riffroom');
  const config = env.XDG_CONFIG_HOME;
  // The specification asks to ignore a relative path here.
  return join(config?.startsWith('/') ? config : join(home, '.config'), 'Riffroom');
}
