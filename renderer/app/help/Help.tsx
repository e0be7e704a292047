/** What each phase of a session asks, and all keys as this system writes them, on one sheet; prints well. */
import { PLAIN_OPTIONS } from '../../../shared/model/course.ts';
import { sayWords } from '../../../shared/phases/phaseKind.ts';
import { PHASE_KINDS } from '../../../shared/phases/registry.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyCaps } from '../../ui/KeyCaps.tsx';
import { Overlay } from '../../ui/Overlay.tsx';
import { helpGroups } from './helpGroups.ts';
import './Help.css';

const hands: readonly { readonly hand: string; readonly does: string }[] = [
  { hand: 'Double-click on paper', does: 'A new idea there' },
  { hand: 'Drag on paper', does: 'Select what it touches' },
  { hand: 'Shift and click', does: 'Add to the selection' },
  { hand: 'Drag a sheet', does: 'Move it, module by module' },
  { hand: 'Ctrl while dragging', does: 'Leave the grid' },
  { hand: 'Alt and drag', does: 'Drag a copy' },
  { hand: 'Space and drag, middle button', does: 'Move the board' },
  { hand: 'Ctrl and wheel, pinch', does: 'Zoom at the pointer' },
  { hand: 'Paste several lines', does: 'One idea each' },
];

export function Help({
  singleLetters,
  onClose,
}: {
  readonly singleLetters: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Overlay title="Help" shape="page" onClose={onClose}>
      <div className="overlay-body help scroll">
        {singleLetters ? null : (
          <p className="help-note">
            Letters alone are switched off in the settings; the palette has every action.
          </p>
        )}
        <section className="help-session">
          <h3>A session, phase by phase</h3>
          <dl>
            {PHASE_KINDS.filter(({ name }) => name !== 'free').map(({ name, title, law, options }) => (
              <div key={name}>
                <dt>{title}</dt>
                <dd>{sayWords(law, { ...PLAIN_OPTIONS, ...options })}</dd>
              </div>
            ))}
          </dl>
        </section>
        <div className="help-columns">
          {helpGroups().map(({ title, actions }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {actions.map(({ id, title: words, keys }) => (
                  <div key={id}>
                    <dt>{words}</dt>
                    <dd>
                      {keys.slice(0, 2).map((key) => (
                        <KeyCaps key={key} keys={key} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          <section>
            <h3>With the hand</h3>
            <dl>
              {hands.map(({ hand, does }) => (
                <div key={hand}>
                  <dt>{does}</dt>
                  <dd>{hand}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
        <Button look="word" className="help-print" onPress={() => window.print()}>
          Print this sheet
        </Button>
      </div>
    </Overlay>
  );
}
