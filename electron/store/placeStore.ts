/** Where the last window was. Losing it costs nothing, so it is never a reason to refuse. */
import { join } from 'node:path';
import * as v from 'valibot';
import { toUtf8 } from '../../shared/util/bytes.ts';
import { parseJson } from '../../shared/util/parseJson.ts';
import type { FilePort } from './filePort.ts';
import { createTurns } from './turns.ts';
import { writeFileSafely } from './writeFileSafely.ts';

const length = v.pipe(v.number(), v.safeInteger(), v.minValue(-100_000), v.maxValue(100_000));
const placeSchema = v.object({ x: length, y: length, width: length, height: length, maximized: v.boolean() });
export type StoredPlace = v.InferOutput<typeof placeSchema>;

export interface PlaceStore {
  current(): StoredPlace | null;
  save(place: StoredPlace): void;
  /** When the last place is on the disk. */
  settled(): Promise<void>;
}

export async function openPlaceStore(files: FilePort, profile: string): Promise<PlaceStore> {
  const path = join(profile, 'window.json');
  const turns = createTurns();
  const text = await files.readFile(path, 'utf8').catch(() => '');
  const parsed = v.safeParse(placeSchema, parseJson(text));
  let current = parsed.success ? parsed.output : null;
  return {
    current: () => current,
    save(place) {
      current = place;
      void turns
        .take('place', () => writeFileSafely(files, path, toUtf8(JSON.stringify(place))))
        .catch(() => undefined);
    },
    settled: () => turns.take('place', () => Promise.resolve()),
  };
}
