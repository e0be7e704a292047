import { expect, it, vi } from 'vitest';
import { openPrivateStore } from '../../../../renderer/session/course/privateStore.ts';
import { NOTHING_PRIVATE } from '../../../../shared/conduct/privatePart.ts';
import { provideBrowserDatabase } from '../../../support/browserDatabase.ts';

provideBrowserDatabase();

const part = { ...NOTHING_PRIVATE, dots: { run: { idea: 2 } } };
const noTrouble = (): void => {
  throw new Error('trouble');
};

it('what a person keeps to themselves is there again', async () => {
  const store = await openPrivateStore('jam', noTrouble);
  store.set(part);
  await store.flush();
  expect((await openPrivateStore('jam', noTrouble)).get()).toEqual(part);
  expect((await openPrivateStore('other jam', noTrouble)).get()).toEqual(NOTHING_PRIVATE);
});

it('a database that does not answer is not waited for, is told of once, and keeps what it has', async () => {
  const store = await openPrivateStore('slow jam', noTrouble);
  store.set(part);
  await store.flush();
  const opens = vi.spyOn(indexedDB, 'open').mockImplementation(() => ({}) as IDBOpenDBRequest);
  const troubled = vi.fn();
  const without = await openPrivateStore('slow jam', troubled, 20);
  expect(without.get()).toEqual(NOTHING_PRIVATE);
  opens.mockRestore();
  without.set({ ...part, dots: {} });
  await without.flush();
  expect(without.get().dots).toEqual({});
  expect(troubled).toHaveBeenCalledTimes(1);
  expect((await openPrivateStore('slow jam', noTrouble)).get()).toEqual(part);
});
