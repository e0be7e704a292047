/** A sheet near enough to read, as a real element. Drawn anew only when its own sheet or its own state changes. */
import { memo, useCallback, useSyncExternalStore } from 'react';
import { ideaKind } from '../../shared/ideas/kinds.ts';
import type { IdeaId } from '../../shared/model/ids.ts';
import type { Sheet } from '../../shared/model/layout.ts';
import type { Board } from '../canvas/board.ts';
import { cutOf, padOf } from '../canvas/figures.ts';
import { DECIDED } from '../canvas/paint/decisionTag.ts';
import { letterSize } from '../canvas/paint/paintFoot.ts';
import { secondInkAt } from '../canvas/paint/sheetShape.ts';
import { isSign } from '../canvas/paint/signs.ts';
import type { JamSession } from '../session/jamSession.ts';
import { handWords } from './handWords.ts';
import { ideaWords } from './ideaWords.ts';
import { Sign } from './Sign.tsx';
import './card.css';

interface CardProps {
  readonly board: Board;
  readonly id: IdeaId;
}

export const Card = memo(function Card({ board, id }: CardProps) {
  const { session } = board;
  const sheet = useSyncExternalStore(session.subscribe, () => session.view().layout.sheets.get(id));
  const state = useCardState(board, id);
  const hand = useHandWords(session, id);
  if (sheet === undefined) return null;
  return (
    <div
      className="card"
      role="treeitem"
      id={`idea-${id}`}
      data-idea={id}
      data-ink={sheet.ink}
      data-ink2={sheet.ink2 ?? undefined}
      data-cut={cutOf(sheet)}
      data-root={sheet.root || undefined}
      data-fresh={sheet.fresh || undefined}
      data-away={state.includes('away') || undefined}
      data-held={state.includes('held') || undefined}
      aria-level={session.view().lineage.path(id).length + 1}
      aria-selected={state.includes('selected')}
      aria-label={[ideaWords(sheet, session.view()), hand].filter((words) => words !== '').join(', ')}
      tabIndex={state.includes('focus') ? 0 : -1}
      style={{ left: sheet.x, top: sheet.y, width: sheet.w, height: sheet.h }}
    >
      <Printed sheet={sheet} />
    </div>
  );
});

/** Paper, text and foot: also what the editor lays its text on. */
const Printed = memo(function Printed({ sheet }: { readonly sheet: Sheet }) {
  const pad = padOf(sheet);
  return (
    <>
      <Stock sheet={sheet} />
      <p className="card-text" style={{ left: pad.left, top: pad.top, fontWeight: sheet.weight }}>
        {sheet.lines.map((line, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its row
          <span key={row}>{line === '' ? '\u200b' : line}</span>
        ))}
      </p>
      <Foot sheet={sheet} />
      {sheet.decision === null ? null : (
        <span className="card-tag" data-outcome={sheet.decision} style={{ right: pad.right }}>
          {DECIDED[sheet.decision]}
        </span>
      )}
    </>
  );
});

export function Stock({ sheet }: { readonly sheet: Sheet }) {
  const cut = cutOf(sheet);
  return (
    <span className="card-stock">
      {sheet.ink2 === null ? null : (
        <span
          className="card-second"
          style={{
            clipPath: `polygon(${secondInkAt(sheet, 0)}px 0, 100% 0, 100% 100%, ${secondInkAt(sheet, sheet.h)}px 100%)`,
          }}
        />
      )}
      {cut === 'rule' ? <span className="card-rule" /> : null}
      {cut === 'frame' ? <span className="card-frame" /> : null}
    </span>
  );
}

export function Foot({ sheet, doing }: { readonly sheet: Sheet; readonly doing?: string }) {
  const pad = padOf(sheet);
  const { sign } = ideaKind(sheet.kind);
  return (
    <span className="card-foot" style={{ left: pad.left, right: pad.right, bottom: pad.bottom }}>
      <b className="card-number" style={sheet.root ? { fontSize: letterSize(sheet.label) } : undefined}>
        {sheet.label}
      </b>
      {isSign(sign) ? <Sign name={sign} /> : null}
      {sheet.lock ? <Sign name="lock" /> : null}
      <span className="card-space" />
      {doing === undefined ? null : <span className="card-doing">{doing}</span>}
      {sheet.comments === 0 || doing !== undefined ? null : (
        <span className="card-comments">
          <Sign name="comments" />
          {sheet.comments}
        </span>
      )}
      {sheet.initials === '' ? null : <em>{sheet.initials}</em>}
    </span>
  );
}

/** A few words, so that React compares them by value: "focus selected away". */
function useCardState({ session, live }: Board, id: IdeaId): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [session.ui.subscribe(listener), live.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [session, live],
  );
  return useSyncExternalStore(subscribe, () => {
    const { focus, selection, editing } = session.ui.getState();
    const { lift, laying, held } = live.get();
    const away = editing === id || laying?.idea === id || (lift !== null && !lift.copy && lift.ideas.has(id));
    return `${focus === id ? 'focus ' : ''}${selection.ideas.has(id) ? 'selected ' : ''}${away ? 'away ' : ''}${held.has(id) ? 'held' : ''}`;
  });
}

function useHandWords(session: JamSession, id: IdeaId): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [session.room.store.subscribe(listener), session.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [session],
  );
  return useSyncExternalStore(subscribe, () =>
    handWords(session.room.store.getState().people, session.view().signing, id),
  );
}
