/**
 * What a start was asked for. Arguments are told apart by their shape, never by their place: Chromium reorders those of
 * a second instance and puts its own switches between them.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readInvite } from './readInvite.ts';

export interface StartArguments {
  /** Absolute, or null: the usual place. */
  readonly profile: string | null;
  /** 1 to 65535, or null. */
  readonly port: number | null;
  readonly help: boolean;
  /** A practice jam, at once. */
  readonly practice: boolean;
  /** Absolute paths; whether they are files shows when they are opened. */
  readonly files: readonly string[];
  readonly invites: readonly string[];
}

export interface ArgumentPlace {
  /** What relative paths start from. */
  readonly folder: string;
  /** Absolute paths that are ours and no document: the program, the app's folder, its main script. */
  readonly own: readonly string[];
}

export function readArguments(argv: readonly string[], place: ArgumentPlace): StartArguments {
  const files = new Set<string>();
  const invites = new Set<string>();
  let profile: string | null = null;
  let port: number | null = null;
  let help = false;
  let practice = false;
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    const [name, inline] = splitSwitch(argument);
    if (name === '--profile' || name === '--port') {
      const next = argv[i + 1];
      const value = inline ?? (next !== undefined && !next.startsWith('-') ? next : null);
      if (inline === null && value !== null) i++;
      if (value === null || value === '') continue;
      if (name === '--profile') profile = resolve(place.folder, value);
      else port = readPort(value);
    } else if (argument === '--help' || argument === '-h') {
      help = true;
    } else if (argument === '--practice') {
      practice = true;
    } else if (argument.startsWith('-') || argument === '') {
      // A switch of Chromium's or Node's.
    } else if (/^(riffroom|http):/i.test(argument)) {
      const invite = readInvite(argument);
      if (invite !== null) invites.add(invite);
    } else {
      const path = readPath(argument, place.folder);
      if (path !== null && !place.own.includes(path)) files.add(path);
    }
  }
  if (profile !== null) files.delete(profile);
  return { profile, port, help, practice, files: [...files], invites: [...invites] };
}

/** The name of a document ends in a dot and a few letters; folders, numbers and switch values don't. */
const documentName = /[^/\\]\.[A-Za-z0-9]{1,12}$/;

function readPath(argument: string, folder: string): string | null {
  if (argument.includes('\0')) return null;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(argument)) {
    if (!/^file:/i.test(argument)) return null;
    try {
      const path = fileURLToPath(argument);
      return documentName.test(path) ? path : null;
    } catch {
      return null;
    }
  }
  return documentName.test(argument) ? resolve(folder, argument) : null;
}

function splitSwitch(argument: string): [string, string | null] {
  const at = argument.indexOf('=');
  return argument.startsWith('--') && at > 0
    ? [argument.slice(0, at), argument.slice(at + 1)]
    : [argument, null];
}

function readPort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}
