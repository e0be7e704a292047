/** The name of a group, or the words of a line, typed where they will stand. Enter and leaving keep it, Esc does not. */
import { useEffect, useRef } from 'react';
import type { Rect } from '../../shared/model/geometry.ts';
import { rectToScreen } from '../canvas/camera.ts';
import { HEADING } from '../canvas/figures.ts';
import type { JamSession } from '../session/jamSession.ts';
import './boardBars.css';

interface NameFieldProps {
  readonly session: JamSession;
  readonly kind: 'group' | 'connector';
  readonly id: string;
  readonly at: Rect;
}

/** Nobody writes in smaller type than this, CSS pixels. */
const LEAST = 15;

export function NameField({ session, kind, id, at }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const { snapshot } = session.view();
  const before =
    (kind === 'group' ? snapshot.groups.get(id)?.name : snapshot.connectors.get(id)?.label) ?? '';
  const { camera } = session.ui.getState();
  const screen = rectToScreen(camera, at);

  useEffect(() => {
    field.current?.select();
  }, []);

  const end = (keep: boolean): void => {
    const words = field.current?.value.trim() ?? '';
    session.set({ editingGroup: null, editingConnector: null });
    if (!keep || words === before) return;
    if (kind === 'group') session.run('group.change', { group: id, name: words });
    else session.run('connector.label', { connector: id, label: words });
  };

  return (
    <input
      ref={field}
      className="name-field"
      data-kind={kind}
      aria-label={kind === 'group' ? 'Name of the group' : 'Words on the line'}
      placeholder={kind === 'group' ? 'Name this group' : 'Words on the line'}
      defaultValue={before}
      // biome-ignore lint/a11y/noAutofocus: it opens because somebody asked to type here
      autoFocus
      style={{
        // In view, even where the group begins beyond the edge.
        left: Math.max(8, Math.round(screen.x)),
        top: Math.round(screen.y),
        minWidth: kind === 'group' ? Math.min(320, Math.round(screen.w)) : undefined,
        fontSize: kind === 'group' ? Math.max(LEAST, HEADING.size * camera.zoom) : undefined,
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(true);
        if (event.key === 'Escape') end(false);
        if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
      }}
      onBlur={() => end(true)}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}
