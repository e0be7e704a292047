/**
 * electron-builder calls this when a package's folder is laid out, before it is closed. A package that holds another
 * Electron than the one asked for says so in a file of its own.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const UNSHIPPABLE = `This holds an older build of Electron that was at hand where Electron's own could not be downloaded.
It is for development and tests. Do not ship it: package again where github.com can be reached.
`;

/** @param {{appOutDir: string, packager: {info: {projectDir: string}}}} context */
export function afterPack({ appOutDir, packager }) {
  // The fallback's app of last resort; a packaged app never reaches it.
  rmSync(join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  const asked = readFileSync(join(packager.info.projectDir, 'node_modules/electron/package.json'), 'utf8');
  const held = versionIn(appOutDir);
  if (held === null || held === JSON.parse(asked).version) return;
  writeFileSync(join(appOutDir, 'NOT-FOR-SHIPPING.txt'), UNSHIPPABLE);
}

/** Electron's version, or null where its own build keeps no such file (macOS). */
function versionIn(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}
