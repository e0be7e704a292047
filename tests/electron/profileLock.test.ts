import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { lockProfile } from '../../electron/store/profileLock.ts';
import { tempFolder } from './support/tempFolder.ts';

describe('one process per profile', () => {
  it('refuses a second one and says who has it; lets the next one in after', async () => {
    const profile = await tempFolder();
    const first = await lockProfile(profile);
    if (!first.ok) throw new Error(first.sentence);
    first.value.describe('in a window');
    expect(await lockProfile(profile)).toMatchObject({
      ok: false,
      code: 'profile-in-use',
      sentence: expect.stringContaining('in a window'),
    });
    const other = await lockProfile(await tempFolder());
    expect(other.ok).toBe(true);
    if (other.ok) await other.value.release();
    await first.value.release();
    const next = await lockProfile(profile);
    expect(next.ok).toBe(true);
    if (next.ok) await next.value.release();
  });

  it('is not kept by a process that was killed', async () => {
    const profile = await tempFolder();
    const holder = fork(new URL('./support/holdProfile.ts', import.meta.url), [profile]);
    await once(holder, 'message');
    expect(await lockProfile(profile)).toMatchObject({ ok: false });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const next = await lockProfile(profile);
    expect(next.ok).toBe(true);
    if (next.ok) await next.value.release();
  });
});
