/** The setlist at the foot of the Wall, to scale: one segment a phase, its name on it or above where that is too narrow. */
import { type CSSProperties, useLayoutEffect, useState } from 'react';
import { useSize } from '../ui/useSize.ts';
import { type LaidName, layNames } from './layNames.ts';
import { useWallElapsed } from './useWallElapsed.ts';
import type { WallClock, WallPhase } from './wallScene.ts';
import './wallSetlist.css';

interface WallSetlistProps {
  readonly phases: readonly WallPhase[];
  readonly clock: WallClock | null;
}

export function WallSetlist({ phases, clock }: WallSetlistProps) {
  const [list, setList] = useState<HTMLElement | null>(null);
  const [names, setNames] = useState<readonly (LaidName | null)[]>([]);
  const { w, h } = useSize(list);
  const fonts = useFontsLoaded();
  // biome-ignore lint/correctness/useExhaustiveDependencies: names are as wide as the window's height and the font set them
  useLayoutEffect(() => {
    if (list === null || w === 0) return;
    const { left } = list.getBoundingClientRect();
    const segments = [...list.children].map((line) => {
      const rect = line.getBoundingClientRect();
      const width = line.firstElementChild?.getBoundingClientRect().width ?? 0;
      return { from: rect.left - left, to: rect.right - left, width };
    });
    setNames(
      layNames(
        segments,
        w,
        phases.findIndex(({ at }) => at === 'now'),
      ),
    );
  }, [list, w, h, phases, fonts]);
  return (
    <ol
      ref={setList}
      className="wall-setlist"
      data-rows={names.some((name) => name?.row === 1) ? 2 : undefined}
    >
      {phases.map(({ title, minutes, at }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a setlist may hold one phase twice
        <li key={i} data-at={at} style={{ flexGrow: minutes }}>
          <b className="wall-phase" data-row={names[i]?.row} style={placeOf(names[i])}>
            {title}
          </b>
          <span className="wall-bar">
            {at === 'now' && clock !== null ? <Playhead clock={clock} /> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** A name without room stays in the text, unseen. */
function placeOf(name: LaidName | null | undefined): CSSProperties {
  return name == null ? { opacity: 0 } : { insetInlineStart: name.from };
}

function useFontsLoaded(): boolean {
  const [loaded, setLoaded] = useState(false);
  useLayoutEffect(() => {
    void document.fonts.ready.then(() => setLoaded(true));
  }, []);
  return loaded;
}

function Playhead({ clock }: { readonly clock: WallClock }) {
  const elapsed = useWallElapsed(clock);
  return (
    <i
      className="wall-playhead"
      style={{ width: `${Math.min(100, (100 * elapsed) / Math.max(1, clock.box))}%` }}
    />
  );
}
