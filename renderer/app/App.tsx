/** The window: the library or the open jam, and what lies over them. */
import { type ReactNode, useEffect, useMemo } from 'react';
import { BoardCanvas } from '../canvas/BoardCanvas.tsx';
import { JamFrame } from '../jam/JamFrame.tsx';
import { Library } from '../library/Library.tsx';
import { followTheme } from '../theme/theme.ts';
import { KeyStyleContext } from '../ui/KeyCaps.tsx';
import { keptPlace } from '../ui/keptPlace.ts';
import type { KeyStyle } from '../ui/keyLabel.ts';
import { SessionProvider } from '../ui/session.tsx';
import { AppNotices } from './AppNotices.tsx';
import { AppOverlays } from './AppOverlays.tsx';
import { AppProvider, useApp, useAppState } from './appContext.ts';
import type { App as AppModel } from './createApp.ts';
import { Doormat } from './Doormat.tsx';
import { DropState } from './DropState.tsx';
import { watchDrops } from './dropFiles.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useGlobalKeys } from './useGlobalKeys.ts';
import { Working } from './Working.tsx';

export function App({ app }: { readonly app: AppModel }) {
  return (
    <ErrorBoundary>
      <AppProvider value={app}>
        <Screen />
      </AppProvider>
    </ErrorBoundary>
  );
}

function Screen() {
  const app = useApp();
  const theme = useAppState((state) => state.settings.theme);
  const spellcheck = useAppState((state) => state.settings.spellcheck);
  const info = useAppState((state) => state.info);
  const dropping = app.store.setState;
  const style = useMemo<KeyStyle>(() => keyStyleOf(info?.platform ?? 'web'), [info]);
  useGlobalKeys(app, style);
  useEffect(() => followTheme(theme), [theme]);
  useEffect(() => {
    // Fields inherit it; the shell sees to the dictionaries.
    document.documentElement.spellcheck = spellcheck;
  }, [spellcheck]);
  useEffect(
    () =>
      watchDrops(window, {
        onHover: (over) => dropping({ dropping: over }),
        onFile: (file) => void app.takeFile(file),
        onTrouble: (sentence) => app.notify(sentence, 'trouble'),
      }),
    [app, dropping],
  );
  const started = useAppState((state) => state.ready);
  useEffect(() => {
    if (!started) return;
    // Two frames: the first lays it out, the second is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => app.shell.painted()));
  }, [app, started]);

  if (!started) return null;
  return (
    <KeyStyleContext value={style}>
      <Route />
      <AppOverlays />
      <AppNotices />
      <DropState />
      <Working />
    </KeyStyleContext>
  );
}

function Route(): ReactNode {
  const app = useApp();
  const session = useAppState((state) => state.session);
  const cards = useAppState((state) => state.cards);
  const busy = useAppState((state) => state.busy);
  const name = useAppState((state) => state.settings.memberName);
  const singleLetters = useAppState((state) => state.settings.singleLetters);
  const bell = useAppState((state) => state.settings.bell);
  const pointer = useAppState((state) => state.settings.pointer);
  const guest = app.shell.kind === 'guest';
  const comingIn = useAppState((state) => state.naming?.joining === true);
  // A guest was invited to this one jam: a library of one's own would be in the way.
  if (session === null && guest && (comingIn || busy)) return <Doormat />;
  if (session !== null) {
    return (
      <SessionProvider key={session.jam.id} value={session}>
        <JamFrame
          board={<BoardCanvas session={session} pointer={pointer} />}
          singleLetters={singleLetters}
          bell={bell}
        />
      </SessionProvider>
    );
  }
  return (
    <Library
      cards={cards}
      memberName={name}
      place={keptPlace(app.shell)}
      busy={busy}
      onStart={(challenge) => void app.startJam(challenge)}
      onSample={() => void app.openTheSample()}
      onPractise={() => void app.practise()}
      onOpenFile={() => void app.pickFile()}
      onJoin={(link) => void app.join(link)}
      onSettings={() => app.act('app.settings')}
      open={(card) => void app.openCard(card)}
      rename={(card, title) => void app.rename(card, title)}
      duplicate={(card) => void app.duplicate(card)}
      remove={(card) => void app.remove(card)}
      closeDoor={(card) => void app.closeDoor(card)}
    />
  );
}

function keyStyleOf(platform: 'linux' | 'darwin' | 'win32' | 'web'): KeyStyle {
  if (platform === 'web') return /Mac|iPhone|iPad/.test(navigator.platform) ? 'mac' : 'pc';
  return platform === 'darwin' ? 'mac' : 'pc';
}
