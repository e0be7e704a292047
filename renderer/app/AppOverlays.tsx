/** What may lie over the library or the jam: one at a time. */
import { useState } from 'react';
import { BriefSheet } from '../jam/BriefSheet.tsx';
import { HereSheet } from '../people/HereSheet.tsx';
import { BeginSheet } from '../phases/BeginSheet.tsx';
import { SetlistSheet } from '../phases/SetlistSheet.tsx';
import type { JamSession } from '../session/jamSession.ts';
import { ShareSheet } from '../share/ShareSheet.tsx';
import { keptPlace } from '../ui/keptPlace.ts';
import { SessionProvider, useRoom, useUi } from '../ui/session.tsx';
import { AskPrompt } from './AskPrompt.tsx';
import { useApp, useAppState } from './appContext.ts';
import { Bin } from './bin/Bin.tsx';
import { Find } from './find/Find.tsx';
import { Help } from './help/Help.tsx';
import { NamePrompt } from './NamePrompt.tsx';
import { Palette } from './palette/Palette.tsx';
import { SettingsSheet } from './settings/SettingsSheet.tsx';

export function AppOverlays() {
  const app = useApp();
  const session = useAppState((state) => state.session);
  const naming = useAppState((state) => state.naming);
  const overlay = useAppState((state) => state.overlay);
  const asking = useAppState((state) => state.asking);
  if (asking !== null) return <AskPrompt {...asking} />;
  if (naming !== null) return <NamePrompt joining={naming.joining} onAnswer={naming.answer} />;
  if (session !== null) {
    return (
      <SessionProvider value={session}>
        <JamOverlays session={session} />
      </SessionProvider>
    );
  }
  const close = (): void => app.store.setState({ overlay: null });
  if (overlay === 'palette') return <Palette session={null} onClose={close} />;
  if (overlay === 'settings') return <SettingsOverlay onClose={close} />;
  if (overlay === 'help') return <HelpOverlay onClose={close} />;
  return null;
}

function JamOverlays({ session }: { readonly session: JamSession }) {
  const overlay = useUi((state) => state.overlay);
  const close = (): void => session.set({ overlay: null });
  switch (overlay) {
    case 'palette':
      return <Palette session={session} onClose={close} />;
    case 'find':
      return <Find session={session} onClose={close} />;
    case 'help':
      return <HelpOverlay onClose={close} />;
    case 'settings':
      return <SettingsOverlay onClose={close} />;
    case 'brief':
      return <BriefSheet session={session} onClose={close} />;
    case 'share':
      return <Share session={session} onClose={close} />;
    case 'people':
      return <HereSheet onClose={close} />;
    case 'begin':
      return <BeginSheet onClose={close} />;
    case 'setlist':
      return <SetlistSheet onClose={close} />;
    case 'bin':
      return <Bin session={session} onClose={close} />;
    default:
      return null;
  }
}

function Share({ session, onClose }: { readonly session: JamSession } & ClosableProps) {
  const app = useApp();
  const room = useRoom((state) => state);
  const [asked, setAsked] = useState(useAppState((state) => state.settings.memberName) !== '');
  // Whoever opens a door should be called something by those who come in.
  if (!asked) {
    return (
      <NamePrompt
        joining={false}
        onAnswer={(memberName) => {
          if (memberName !== null) void app.saveSettings({ memberName });
          setAsked(true);
        }}
      />
    );
  }
  return (
    <ShareSheet
      room={room}
      place={keptPlace(session.shell)}
      onOpen={session.room.invite}
      onCopy={(link) =>
        session.shell.writeClipboard(link).then(
          () => true,
          () => false,
        )
      }
      onLeave={() => {
        void session.room.leave();
        onClose();
      }}
      onClose={onClose}
    />
  );
}

interface ClosableProps {
  readonly onClose: () => void;
}

function HelpOverlay({ onClose }: ClosableProps) {
  const singleLetters = useAppState((state) => state.settings.singleLetters);
  return <Help singleLetters={singleLetters} onClose={onClose} />;
}

function SettingsOverlay({ onClose }: ClosableProps) {
  const app = useApp();
  const settings = useAppState((state) => state.settings);
  const info = useAppState((state) => state.info);
  return (
    <SettingsSheet
      settings={settings}
      inApp={info?.kind === 'app'}
      version={info?.version ?? ''}
      onChange={(patch) => void app.saveSettings(patch)}
      onClose={onClose}
    />
  );
}
