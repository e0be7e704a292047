/** One line said where people look: at the foot, or where the hand was refused. Ink bars; errors are words. */
import { X } from 'lucide-react';
import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { Notice } from '../../stores/uiStore.ts';
import { Button } from '../../ui/Button.tsx';
import './Notices.css';

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly onDismiss: (id: number) => void;
  /** Where a page point is in the window, CSS pixels; null: not on screen. */
  readonly place: (point: { x: number; y: number }) => { x: number; y: number } | null;
}

const STAYS = 6_000;

export function Notices({ notices, onDismiss, place }: NoticesProps) {
  const placed = notices.map((notice) => ({ notice, spot: notice.at === null ? null : place(notice.at) }));
  return (
    <>
      <div className="notices" role="log" aria-live="polite" aria-label="Notices">
        {placed
          .filter(({ spot }) => spot === null)
          .map(({ notice }) => (
            <NoticeBar key={notice.id} notice={notice} onDismiss={onDismiss} />
          ))}
      </div>
      <div aria-live="assertive">
        {placed.map(({ notice, spot }) =>
          spot === null ? null : (
            <NoticeBar
              key={notice.id}
              notice={notice}
              onDismiss={onDismiss}
              style={{ left: spot.x, top: spot.y }}
            />
          ),
        )}
      </div>
    </>
  );
}

interface NoticeBarProps {
  readonly notice: Notice;
  readonly onDismiss: (id: number) => void;
  readonly style?: CSSProperties;
}

function NoticeBar({ notice, onDismiss, style }: NoticeBarProps) {
  const { id, text, tone, action } = notice;
  const [held, setHeld] = useState(false);
  const dismiss = useRef(onDismiss);
  dismiss.current = onDismiss;
  useEffect(() => {
    if (tone === 'trouble' || held) return;
    const timer = setTimeout(() => dismiss.current(id), STAYS);
    return () => clearTimeout(timer);
  }, [id, tone, held]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it waits while it is being read
    <div
      className={`notice notice-${tone} ${style === undefined ? '' : 'notice-at-hand'}`}
      style={style}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{text}</span>
      {action === null ? null : (
        <Button
          look="word"
          onPress={() => {
            action.run();
            onDismiss(id);
          }}
        >
          {action.title}
        </Button>
      )}
      {tone === 'trouble' || action !== null ? (
        <Button look="icon" aria-label="Dismiss" onPress={() => onDismiss(id)}>
          <X size={16} strokeWidth={2} aria-hidden="true" />
        </Button>
      ) : null}
    </div>
  );
}
