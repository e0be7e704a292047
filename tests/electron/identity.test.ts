import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openIdentity } from '../../electron/store/identity.ts';
import { fromBase64Url, toUtf8 } from '../../shared/util/bytes.ts';
import { verifySignature } from '../../shared/util/signature.ts';
import { createFaultyDisk } from './support/faultyFiles.ts';
import { tempFolder } from './support/tempFolder.ts';

describe('this laptop’s key', () => {
  it('is made once, is its owner’s alone, and signs', async () => {
    const profile = await tempFolder();
    const first = await openIdentity(files, profile);
    const again = await openIdentity(files, profile);
    expect([again.device, again.member, again.trouble]).toEqual([first.device, first.member, null]);
    expect((await files.stat(join(profile, 'identity.json'))).mode & 0o777).toBe(0o600);
    const message = toUtf8('hello');
    const key = fromBase64Url(first.device);
    expect(key && verifySignature(key, 'hello', message, again.sign('hello', message))).toBe(true);
  });

  it('shows nothing of its secret half', async () => {
    const profile = await tempFolder();
    const identity = await openIdentity(files, profile);
    const { secret } = JSON.parse(await files.readFile(join(profile, 'identity.json'), 'utf8')) as {
      secret: string;
    };
    expect(JSON.stringify(Object.values(identity))).not.toContain(secret);
  });

  it.each(['', '{', '{"version":1}', '{"version":1,"secret":"AAAA","member":"x"}'])(
    'is made anew when damaged (%j), and says so',
    async (text) => {
      const profile = await tempFolder();
      await files.writeFile(join(profile, 'identity.json'), text);
      const identity = await openIdentity(files, profile);
      expect(identity.trouble).toMatch(/identity\.json\.damaged-1/);
      expect(await files.readFile(join(profile, 'identity.json.damaged-1'), 'utf8')).toBe(text);
      expect((await openIdentity(files, profile)).device).toBe(identity.device);
    },
  );

  it('lets people work when it can’t be kept, and says so', async () => {
    const disk = createFaultyDisk();
    disk.room = 0;
    const identity = await openIdentity(disk.files, await tempFolder());
    expect(identity.device).toHaveLength(43);
    expect(identity.trouble).toMatch(/disk is full/);
  });
});
