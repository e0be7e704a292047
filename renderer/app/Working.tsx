/** What is under way, in words, when it takes long. The stylesheet holds it back: most things are done before. */
import { useAppState } from './appContext.ts';
import './Working.css';

export function Working() {
  const words = useAppState((state) => state.working);
  return (
    <div className="working" role="status">
      {words === null ? null : <p>{words} …</p>}
    </div>
  );
}
