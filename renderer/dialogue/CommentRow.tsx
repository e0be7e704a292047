/** One comment; one's own can be changed or taken back where it stands. */
import { type Ref, useRef, useState } from 'react';
import type { Comment } from '../../shared/model/snapshot.ts';
import { Button } from '../ui/Button.tsx';
import { sayWhen } from '../ui/dates.ts';
import { GrowArea } from '../ui/GrowArea.tsx';
import { returnFocus } from '../ui/returnFocus.ts';
import { useSession } from '../ui/session.tsx';

interface CommentRowProps {
  readonly comment: Comment;
  readonly name: string;
  readonly now: number;
  readonly ref: Ref<HTMLLIElement>;
}

export function CommentRow({ comment, name, now, ref }: CommentRowProps) {
  const session = useSession();
  const [draft, setDraft] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const mine = comment.by === session.jam.me;

  const close = (): void => {
    setDraft(null);
    returnFocus(opener);
  };
  const keep = (): void => {
    if (draft === null) return;
    const text = draft.trim();
    if (text !== '' && text !== comment.text && !session.run('comment.edit', { key: comment.key, text }).ok)
      return;
    close();
  };

  return (
    <li ref={ref} className={mine ? 'comment comment-mine' : 'comment'}>
      <b dir="auto">{name}</b>
      <time dateTime={new Date(comment.at).toISOString()}>{sayWhen(comment.at, now)}</time>
      {draft === null ? (
        <p dir="auto">{comment.text}</p>
      ) : (
        <GrowArea
          className="comment-edit"
          value={draft}
          onChange={setDraft}
          onEnter={keep}
          onBlur={keep}
          onFocus={({ currentTarget: field }) =>
            field.setSelectionRange(field.value.length, field.value.length)
          }
          aria-label="Change the comment"
          autoFocus
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') {
              event.preventDefault();
              close();
            }
          }}
        />
      )}
      {mine && draft === null ? (
        <div className="comment-acts">
          <Button ref={opener} look="word" size="small" onPress={() => setDraft(comment.text)}>
            Change
          </Button>
          <Button
            look="word"
            size="small"
            onPress={() => session.run('comment.edit', { key: comment.key, text: null })}
          >
            Take back
          </Button>
        </div>
      ) : null}
    </li>
  );
}
