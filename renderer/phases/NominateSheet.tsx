/** A sheet that can be nominated, put together with another, or dragged onto one. */
import { type DragEvent, useState } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import { Button } from '../ui/Button.tsx';
import { useView } from '../ui/session.tsx';
import { LargeSheet } from './LargeSheet.tsx';
import { MergedIdeas } from './MergedIdeas.tsx';

interface NominateSheetProps {
  readonly idea: IdeaId;
  /** Nominated by me. */
  readonly yours: boolean;
  /** By anybody: nobody is told by whom. */
  readonly listed: boolean;
  readonly merged: readonly IdeaId[];
  /** The sheet in the hand, maybe this one. */
  readonly holding: IdeaId | null;
  /** Tab stops here. */
  readonly stop: boolean;
  /** Nominates it, or takes that back; while one is in the hand, puts them together. */
  readonly onPress: () => void;
  /** Takes it into the hand, or puts the one in the hand with it. */
  readonly onChoose: () => void;
  readonly onDrop: (from: IdeaId) => void;
  readonly onTakeApart: (idea: IdeaId) => void;
}

/** What a dragged sheet carries, so that nothing else can be dropped on one. */
const DRAGGED = 'application/x-riffroom-sheet';

export function NominateSheet(props: NominateSheetProps) {
  const { idea, yours, listed, merged, holding, stop, onPress, onChoose, onDrop, onTakeApart } = props;
  const label = useView((view) => view.labels.get(idea) ?? '–');
  const held = useView((view) => (holding === null ? null : (view.labels.get(holding) ?? '–')));
  const weight = useView((view) => view.layout.sheets.get(idea)?.weight);
  const words = useView((view) => {
    const found = view.snapshot.ideas.get(idea);
    return `${label}, ${found?.kind ?? 'note'}: ${found?.text || 'Not written yet'}`;
  });
  const standing = yours ? 'Nominated by you' : listed ? 'On the list already' : '';
  const [over, setOver] = useState(false);
  const isSheet = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes(DRAGGED);
  return (
    <li
      className="nominate-cell"
      data-yours={yours || undefined}
      data-listed={listed || undefined}
      data-held={holding === idea || undefined}
      data-over={over || undefined}
      draggable
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(DRAGGED, idea);
        dataTransfer.effectAllowed = 'link';
      }}
      onDragOver={(event) => {
        if (!isSheet(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'link';
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!isSheet(event)) return;
        event.preventDefault();
        onDrop(event.dataTransfer.getData(DRAGGED));
      }}
    >
      <button
        type="button"
        className="nominate-press"
        data-sheet={idea}
        tabIndex={stop ? 0 : -1}
        aria-pressed={holding === null ? yours : undefined}
        aria-label={standing === '' ? words : `${words}. ${standing}.`}
        aria-keyshortcuts="N M"
        style={weight === undefined ? undefined : { fontWeight: weight }}
        onClick={onPress}
      >
        <LargeSheet idea={idea} />
      </button>
      <MergedIdeas
        ideas={merged}
        after={(one) => (
          <Button look="word" size="small" onPress={() => onTakeApart(one)}>
            Take apart
          </Button>
        )}
      />
      <p className="nominate-foot">
        <b>{standing}</b>
        <Button
          look="word"
          size="small"
          excludeFromTabOrder={!stop}
          aria-label={
            held === null
              ? `${label} says the same as another one`
              : holding === idea
                ? 'Cancel'
                : `${held} says the same as ${label}: put them together`
          }
          onPress={onChoose}
        >
          {held === null ? 'Same as …' : holding === idea ? 'Cancel' : `Same as ${held}`}
        </Button>
      </p>
    </li>
  );
}
