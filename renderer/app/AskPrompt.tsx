/** Asked before something is done that its doer may not have meant: one sentence, two choices. Esc is no. */
import { Button } from '../ui/Button.tsx';
import { Overlay } from '../ui/Overlay.tsx';
import type { Question } from './appStore.ts';
import './AskPrompt.css';

export function AskPrompt({ title, sentence, yes, no, answer }: Question) {
  return (
    <Overlay title={title} onClose={() => answer(false)}>
      <div className="overlay-body ask-prompt">
        <p dir="auto">{sentence}</p>
        <div>
          <Button onPress={() => answer(true)}>{yes}</Button>
          <Button look="word" onPress={() => answer(false)}>
            {no}
          </Button>
        </div>
      </div>
    </Overlay>
  );
}
