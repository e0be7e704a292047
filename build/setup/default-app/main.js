/**
 * What a bare Electron does first: finds the app that the command line names and becomes it. Top-level await, so that
 * `ready` waits until the app's main module has been evaluated.
 */
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preload = [];
let named = null;
const args = process.argv.slice(1);
for (let index = 0; index < args.length && named === null; index++) {
  if (args[index] === '-r' || args[index] === '--require') preload.push(args[++index]);
  else if (!args[index].startsWith('-')) named = args[index];
}
if (preload.length > 0) Module._preloadModules(preload);
if (named === null) {
  console.log(`Electron ${process.versions.electron}`);
  app.exit(0);
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const folder = path.resolve(named);
  const manifest = path.join(folder, 'package.json');
  let entry = folder;
  if (fs.existsSync(manifest)) {
    const { name, productName, version, main } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    if (version) app.setVersion(version);
    if (productName ?? name) app.name = productName ?? name;
    app.setAppPath(folder);
    entry = path.join(folder, main ?? 'index.js');
  }
  await import(pathToFileURL(entry).href);
}
