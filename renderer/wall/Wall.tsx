/** One screen for the room: readable from eight metres, nothing to press. */
import { Mark } from '../ui/Mark.tsx';
import { useWallElapsed } from './useWallElapsed.ts';
import { WallSetlist } from './WallSetlist.tsx';
import { WallSheetView } from './WallSheetView.tsx';
import { WallStageView } from './WallStageView.tsx';
import { sayWallClock } from './wallClock.ts';
import type { WallClock, WallScene } from './wallScene.ts';
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
      <WallSetlist phases={scene.setlist} clock={scene.clock} />
    </main>
  );
}

function Clock({ clock, className }: { readonly clock: WallClock; readonly className: string }) {
  const elapsed = useWallElapsed(clock);
  return (
    <time className={className} data-state={clock.state} data-over={elapsed > clock.box || undefined}>
      {sayWallClock(clock.box - elapsed)}
    </time>
  );
}
