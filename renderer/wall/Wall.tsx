/** One screen for the room: readable from eight metres, nothing to press. */
import { useEffect, useState } from 'react';
import { Mark } from '../ui/Mark.tsx';
import { WallSheetView } from './WallSheetView.tsx';
import { WallStageView } from './WallStageView.tsx';
import { sayWallClock } from './wallClock.ts';
import type { WallClock, WallPhase, WallScene } from './wallScene.ts';
import './wall.css';

export function Wall({ scene }: { readonly scene: WallScene | null }) {
  if (scene === null) {
    return (
      <main className="wall wall-empty">
        <Mark size={60} />
        <p>The Wall shows what the host’s window shows the room. That window is closed.</p>
      </main>
    );
  }
  const { stage, lit } = scene;
  const large = stage.kind === 'clock';
  return (
    <main className="wall" data-stage={lit === null ? stage.kind : 'lit'}>
      <header className="wall-head">
        <span className="wall-mark">
          <Mark size={60} />
        </span>
        <h1>{scene.title}</h1>
        {stage.kind === 'arrive' ? null : <p>{scene.challenge}</p>}
        {large || scene.clock === null ? null : <Clock clock={scene.clock} className="wall-time" />}
      </header>
      <section className="wall-stage">
        {lit !== null ? (
          <WallSheetView sheet={lit} className="wall-lit" />
        ) : (
          <WallStageView
            stage={stage}
            challenge={scene.challenge}
            clock={scene.clock === null ? null : <Clock clock={scene.clock} className="wall-clock" />}
            elapsed={scene.clock?.elapsed ?? 0}
          />
        )}
      </section>
      <Setlist phases={scene.setlist} clock={scene.clock} />
    </main>
  );
}

/** ms between two looks at the clock. */
const LOOK = 250;

function useElapsed({ state, elapsed, saidAt }: WallClock): number {
  const [now, setNow] = useState(saidAt);
  useEffect(() => {
    if (state !== 'running') return;
    const timer = setInterval(() => setNow(Date.now()), LOOK);
    return () => clearInterval(timer);
  }, [state]);
  return state === 'running' ? elapsed + Math.max(0, now - saidAt) : elapsed;
}

function Clock({ clock, className }: { readonly clock: WallClock; readonly className: string }) {
  const elapsed = useElapsed(clock);
  return (
    <time className={className} data-state={clock.state} data-over={elapsed > clock.box || undefined}>
      {sayWallClock(clock.box - elapsed)}
    </time>
  );
}

function Setlist({
  phases,
  clock,
}: {
  readonly phases: readonly WallPhase[];
  readonly clock: WallClock | null;
}) {
  return (
    <ol className="wall-setlist">
      {phases.map(({ title, minutes, at }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a setlist may hold one phase twice
        <li key={i} data-at={at} style={{ flexGrow: minutes }}>
          <b className="wall-phase">
            <span>{title}</span>
          </b>
          <span className="wall-bar">
            {at === 'now' && clock !== null ? <Playhead clock={clock} /> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Playhead({ clock }: { readonly clock: WallClock }) {
  const elapsed = useElapsed(clock);
  return (
    <i
      className="wall-playhead"
      style={{ width: `${Math.min(100, (100 * elapsed) / Math.max(1, clock.box))}%` }}
    />
  );
}
