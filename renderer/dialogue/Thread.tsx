/** What was said about an idea, in the order it was said, and the line to add to it. */
import { ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { IdeaId } from '../../shared/model/ids.ts';
import { Button } from '../ui/Button.tsx';
import { GrowArea } from '../ui/GrowArea.tsx';
import { commentsOf, sayerName } from '../ui/records.ts';
import { useSession, useUi, useView } from '../ui/session.tsx';
import { useClock } from '../ui/useClock.ts';
import { CommentRow } from './CommentRow.tsx';
import './Thread.css';

interface ThreadProps {
  readonly idea: IdeaId;
  readonly label: string;
}

export function Thread({ idea, label }: ThreadProps) {
  const view = useView((jam) => jam);
  const comments = commentsOf(view.snapshot, idea);
  const now = useClock();
  const end = useRef<HTMLLIElement>(null);
  const count = useRef(comments.length);

  useEffect(() => {
    if (comments.length > count.current) end.current?.scrollIntoView({ block: 'nearest' });
    count.current = comments.length;
  }, [comments.length]);

  if (comments.length === 0) return null;
  return (
    <ol className="thread" aria-label={`Comments on ${label}`}>
      {comments.map((comment, i) => (
        <CommentRow
          key={comment.key}
          ref={i === comments.length - 1 ? end : null}
          comment={comment}
          name={sayerName(view, comment) ?? 'Unsigned'}
          now={now}
        />
      ))}
    </ol>
  );
}

export function AddComment({ idea, label }: ThreadProps) {
  const session = useSession();
  const asked = useUi((state) => state.panel === 'comments');
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!asked) return;
    focusIn(box.current);
    session.set({ panel: 'idea' });
  }, [asked, session]);

  const send = (): void => {
    const said = text.trim();
    if (said === '' || !session.run('comment.add', { idea, text: said }).ok) return;
    setText('');
    focusIn(box.current);
  };

  return (
    <div ref={box} className="add-comment">
      <GrowArea
        value={text}
        onChange={setText}
        onEnter={send}
        placeholder={`Add to ${label}`}
        aria-label={`Comment on ${label}. Enter sends, Shift and Enter breaks the line`}
        onFocus={() => session.set({ commenting: true })}
        onBlur={() => session.set({ commenting: false })}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Button look="icon" aria-label="Send the comment" isDisabled={text.trim() === ''} onPress={send}>
        <ArrowUp size={18} strokeWidth={2.2} aria-hidden="true" />
      </Button>
    </div>
  );
}

function focusIn(box: HTMLElement | null): void {
  box?.querySelector('textarea')?.focus();
}
