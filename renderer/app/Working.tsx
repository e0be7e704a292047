/** What is under way, in words, when it takes long. The stylesheet holds it back: most things are done before. */
import { SessionProvider, useUi } from '../ui/session.tsx';
import { useAppState } from './appContext.ts';
import './Working.css';

export function Working() {
  const words = useAppState((state) => state.working);
  const session = useAppState((state) => state.session);
  return (
    <div className="working" role="status">
      {words !== null ? (
        <p>{words} …</p>
      ) : session !== null ? (
        <SessionProvider value={session}>
          <WorkingOnJam />
        </SessionProvider>
      ) : null}
    </div>
  );
}

function WorkingOnJam() {
  const words = useUi((state) => state.working);
  return words === null ? null : <p>{words} …</p>;
}
