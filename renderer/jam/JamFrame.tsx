/** The frame of an open jam: masthead, tools, the stage with one of its three views, panel and foot. */
import type { ReactNode } from 'react';
import { Decide } from '../decide/Decide.tsx';
import { Comings } from '../people/Comings.tsx';
import { Following } from '../people/Following.tsx';
import { useWaiting } from '../people/useWaiting.ts';
import { CourseVoice } from '../phases/CourseVoice.tsx';
import { LateSheets } from '../phases/LateSheets.tsx';
import { LitSheet } from '../phases/LitSheet.tsx';
import { LookUp } from '../phases/LookUp.tsx';
import { PhaseStage } from '../phases/PhaseStage.tsx';
import { PhaseStrip } from '../phases/PhaseStrip.tsx';
import { RiffHelp } from '../phases/RiffHelp.tsx';
import { ListView } from '../review/ListView.tsx';
import { useUi } from '../ui/session.tsx';
import { EmptyBoard } from './EmptyBoard.tsx';
import { Foot } from './Foot.tsx';
import { Masthead } from './Masthead.tsx';
import { Panel } from './panel/Panel.tsx';
import { ToolRail } from './ToolRail.tsx';
import './JamFrame.css';

interface JamFrameProps {
  /** The board itself. */
  readonly board: ReactNode;
  readonly singleLetters: boolean;
  /** The course's bell may be heard. */
  readonly bell: boolean;
}

export function JamFrame({ board, singleLetters, bell }: JamFrameProps) {
  const view = useUi((state) => state.view);
  const panel = useUi((state) => state.panel !== null);
  const waiting = useWaiting();
  const withPanel = panel && view !== 'decide' && view !== 'phase' && !waiting;
  return (
    <div
      className="jam"
      data-view={view}
      data-panel={withPanel ? 'open' : view === 'decide' ? 'queue' : 'folded'}
    >
      <Masthead />
      <PhaseStrip />
      <ToolRail />
      {view === 'board' ? <RiffHelp /> : null}
      {view === 'decide' ? (
        <Decide />
      ) : (
        <main className="stage">
          {view === 'phase' ? (
            <PhaseStage />
          ) : view === 'list' ? (
            <ListView />
          ) : (
            <>
              {board}
              <EmptyBoard />
              <Following />
            </>
          )}
        </main>
      )}
      {withPanel ? <Panel /> : null}
      <Foot singleLetters={singleLetters} />
      <LateSheets />
      <LookUp />
      <LitSheet />
      <Comings />
      <CourseVoice bell={bell} />
    </div>
  );
}
