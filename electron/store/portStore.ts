/** Ports that stay the same: a browser's own store belongs to an address, and invites name one. */
import { join } from 'node:path';
import * as v from 'valibot';
import { toUtf8 } from '../../shared/util/bytes.ts';
import { parseJson } from '../../shared/util/parseJson.ts';
import type { FilePort } from './filePort.ts';
import { writeFileSafely } from './writeFileSafely.ts';

export interface PortUse {
  readonly file: string;
  /** Where nothing is remembered. */
  readonly usual: number;
}

/** The loopback: this app's own pages and their hub. */
export const ownPort: PortUse = { file: 'port.json', usual: 4717 };
/** The network, while a jam is shared. */
export const lanPort: PortUse = { file: 'lan-port.json', usual: 4718 };

const schema = v.object({ port: v.pipe(v.number(), v.integer(), v.minValue(1024), v.maxValue(65_535)) });

export async function readPort(files: FilePort, profile: string, { file, usual }: PortUse): Promise<number> {
  const text = await files.readFile(join(profile, file), 'utf8').catch(() => '');
  const parsed = v.safeParse(schema, parseJson(text));
  return parsed.success ? parsed.output.port : usual;
}

export async function rememberPort(
  files: FilePort,
  profile: string,
  { file }: PortUse,
  port: number,
): Promise<void> {
  await writeFileSafely(files, join(profile, file), toUtf8(JSON.stringify({ port }))).catch(() => undefined);
}
