/** The few things that one can have otherwise. */
import { type ReactNode, useState } from 'react';
import { Switch } from 'react-aria-components';
import type { Settings } from '../../../shared/ipc/shell.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import './SettingsSheet.css';

interface SettingsSheetProps {
  readonly settings: Settings;
  readonly inApp: boolean;
  readonly version: string;
  readonly onChange: (patch: Partial<Settings>) => void;
  readonly onClose: () => void;
}

export function SettingsSheet({ settings, inApp, version, onChange, onClose }: SettingsSheetProps) {
  const [name, setName] = useState(settings.memberName);
  const keepName = (): void => {
    if (name.trim() !== settings.memberName) onChange({ memberName: name.trim() });
  };
  return (
    <Overlay
      title="Settings"
      onClose={() => {
        keepName();
        onClose();
      }}
    >
      <div className="overlay-body settings scroll">
        <Row title="Your name" note="Beside what you write, in every jam from now on.">
          <input
            className="settings-name"
            aria-label="Your name"
            placeholder="Nobody yet"
            maxLength={120}
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onBlur={keepName}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
        </Row>
        <Row title="Theme" note="Reduced motion and forced colours follow your system.">
          <Choice
            label="Theme"
            value={settings.theme}
            options={[
              { id: 'system', title: 'As the system' },
              { id: 'light', title: 'Light' },
              { id: 'dark', title: 'Dark' },
            ]}
            onChange={(theme) => onChange({ theme: theme as Settings['theme'] })}
          />
        </Row>
        <Row
          title="Wheel"
          note="With a mouse it zooms, with a trackpad it moves the board. Pinching always zooms."
        >
          <Choice
            label="Wheel"
            value={settings.pointer}
            options={[
              { id: 'mouse', title: 'Mouse' },
              { id: 'trackpad', title: 'Trackpad' },
            ]}
            onChange={(pointer) => onChange({ pointer: pointer as Settings['pointer'] })}
          />
        </Row>
        <Row
          title="Single letters"
          note="N writes, R riffs, V selects. Off: only keys with Ctrl, and the palette."
        >
          <Toggle
            label="Single letters"
            on={settings.singleLetters}
            onChange={(singleLetters) => onChange({ singleLetters })}
          />
        </Row>
        <Row
          title="Spell-check"
          note={
            inApp
              ? 'On Linux and Windows it fetches its dictionaries from the internet, once for each language. Nothing you write is sent.'
              : 'Your browser’s own, as it is set there.'
          }
        >
          <Toggle
            label="Spell-check"
            on={settings.spellcheck}
            onChange={(spellcheck) => onChange({ spellcheck })}
          />
        </Row>
        <Row title="Bell" note="Two soft tones when a phase has a minute left, and when its time is over.">
          <Toggle label="Bell" on={settings.bell} onChange={(bell) => onChange({ bell })} />
        </Row>
        <p className="settings-version">Riffroom {version}</p>
      </div>
    </Overlay>
  );
}

function Row({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="settings-row">
      <h3>{title}</h3>
      <div>
        {children}
        <p>{note}</p>
      </div>
    </section>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Toggle({ label, on, onChange }: ToggleProps) {
  return (
    <Switch className="toggle" aria-label={label} isSelected={on} onChange={onChange}>
      <span className="toggle-box" aria-hidden="true" />
      {on ? 'On' : 'Off'}
    </Switch>
  );
}
