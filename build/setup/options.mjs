/** What `npm start` was asked for. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Trouble } from './say.mjs';

export const HELP = `Riffroom: innovation jams, local first.

  npm start                       open Riffroom
  npm start -- FILE               open a .riffjam, or import a .canvas, .md, .csv, .tsv or .txt
  npm start -- riffroom://...     open an invite
  npm start -- --profile DIR      keep jams and settings in DIR (a second library on one machine)
  npm start -- --browser          serve it to a browser on this machine, as is done without a display
  npm start -- --port N           the port to serve it on
  npm start -- --help             this page
`;

/**
 * @param {readonly string[]} args
 * @param {string} folder where the person stands: npm itself changes into the project's folder
 * @returns {{help: boolean, browser: boolean, passed: string[]}} `passed`: what goes on to the app, paths made absolute
 */
export function readOptions(args, folder) {
  const { values, positionals } = parse(args);
  const { profile, port } = values;
  return {
    help: values.help === true,
    browser: values.browser === true,
    passed: [
      ...(profile === undefined ? [] : ['--profile', resolve(folder, profile)]),
      ...(port === undefined ? [] : ['--port', port]),
      ...positionals.map((path) => (/^[a-z][a-z0-9+.-]+:/i.test(path) ? path : resolve(folder, path))),
    ],
  };
}

function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        profile: { type: 'string' },
        browser: { type: 'boolean' },
        port: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Trouble(`${error.message.split('.')[0]}.\n\n${HELP}`);
  }
}
