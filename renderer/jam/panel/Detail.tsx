/** What an idea says at length, in Markdown; pressing it opens the editor in its place. */
import { useMemo, useRef, useState } from 'react';
import type { IdeaId } from '../../../shared/model/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { TextEditor } from '../../ui/editor/TextEditor.tsx';
import { Markdown } from '../../ui/markdown/Markdown.tsx';
import { returnFocus } from '../../ui/returnFocus.ts';
import { useSnapshot } from '../../ui/session.tsx';
import './Detail.css';

interface DetailProps {
  readonly idea: IdeaId;
  readonly label: string;
  readonly locked: boolean;
}

export function Detail({ idea, label, locked }: DetailProps) {
  const text = useSnapshot(({ ideas }) => ideas.get(idea)?.detail ?? '');
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const target = useMemo(() => ({ idea, field: 'detail' }) as const, [idea]);

  if (open) {
    return (
      <div className="detail detail-open">
        <TextEditor
          target={target}
          label={`Detail of ${label}, Markdown`}
          placeholder="What it would take, for whom, what you saw …"
          onEnd={() => {
            setOpen(false);
            returnFocus(opener);
          }}
        />
        <p className="detail-note">**bold**, - lists, [words](https://…). Esc when done.</p>
      </div>
    );
  }
  if (text.trim() === '') {
    return locked ? null : (
      <div className="detail detail-none">
        <Button ref={opener} look="word" size="small" onPress={() => setOpen(true)}>
          Write more about {label}
        </Button>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the word below is the control, this is the larger target
    <div
      className="detail"
      onClick={(event) => {
        if (!locked && !(event.target as Element).closest('a') && getSelection()?.isCollapsed !== false)
          setOpen(true);
      }}
    >
      <Markdown text={text} />
      {locked ? null : (
        <Button ref={opener} look="word" size="small" className="detail-edit" onPress={() => setOpen(true)}>
          Edit
        </Button>
      )}
    </div>
  );
}
