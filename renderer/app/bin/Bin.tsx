/** What was put in the bin: nothing is lost, everything can come back under its old number. */
import { UNLAID } from '../../../shared/model/ids.ts';
import type { JamSession } from '../../session/jamSession.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ideaLook } from '../../ui/ideaLook.ts';
import { Overlay } from '../../ui/Overlay.tsx';
import { authorName } from '../../ui/records.ts';
import { useView } from '../../ui/session.tsx';
import './Bin.css';

export function Bin({ session, onClose }: { readonly session: JamSession; readonly onClose: () => void }) {
  const view = useView((jam) => jam);
  const binned = [...view.snapshot.ideas.values()]
    .filter(({ bin, place, text, detail }) => {
      // Sheets that were just handed in lie here until they are laid.
      return bin && place.group !== UNLAID && (text.trim() !== '' || detail.trim() !== '');
    })
    .sort((a, b) => b.born.lamport - a.born.lamport);
  return (
    <Overlay title="The bin" onClose={onClose}>
      <div className="overlay-body bin scroll">
        {binned.length === 0 ? (
          <p className="bin-empty">
            The bin is empty. What you put here keeps its number and comes back whole.
          </p>
        ) : (
          <ul>
            {binned.map((idea) => (
              <li key={idea.id}>
                <Chip big {...ideaLook(view, idea.id)} />
                <span>
                  {idea.text}
                  <em>{authorName(view, idea)}</em>
                </span>
                <Button
                  look="word"
                  aria-label={`Restore ${view.labels.get(idea.id) ?? ''}, ${idea.text}`}
                  onPress={() => session.run('idea.bin', { ideas: [idea.id], bin: false })}
                >
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Overlay>
  );
}
