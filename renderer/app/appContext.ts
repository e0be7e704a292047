import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AppState } from './appStore.ts';
import type { App } from './createApp.ts';

const AppContext = createContext<App | null>(null);

export const AppProvider = AppContext.Provider;

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('There is no app around this.');
  return app;
}

/** What `select` takes from the window's state; it must give the same object while nothing changed. */
export function useAppState<T>(select: (state: AppState) => T): T {
  const { store } = useApp();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
