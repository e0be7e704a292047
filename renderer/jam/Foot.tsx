/** The foot: whether all is kept, the key worth knowing, how much there is, and how near one looks. */
import { Maximize, Minus, PanelRight, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { actionById } from '../../shared/actions/registry.ts';
import { isLackingHere, isWhole, sayLaptops, sayRoom } from '../people/roomWords.ts';
import { useWaiting } from '../people/useWaiting.ts';
import { Button } from '../ui/Button.tsx';
import { sayNumber } from '../ui/counts.ts';
import { Hint } from '../ui/Hint.tsx';
import { useKeyStyle } from '../ui/KeyCaps.tsx';
import { keptPlace } from '../ui/keptPlace.ts';
import { keyLabel } from '../ui/keyLabel.ts';
import { useAllows, useCourse, useRoom, useSession, useSnapshot, useUi, useView } from '../ui/session.tsx';
import { keyHint } from './keyHint.ts';
import './Foot.css';

/** More laptops than this are counted in words only. */
const MARKS = 30;

export function Foot({ singleLetters }: { readonly singleLetters: boolean }) {
  const kept = useUi((state) => state.kept);
  const sentence = useUi((state) => state.keptSentence);
  const alone = useRoom((state) => state.phase === 'closed');
  const waiting = useWaiting();
  const trouble = kept === 'trouble';
  const { shell } = useSession();
  return (
    <footer className="foot">
      <span className={`kept kept-${kept}`}>
        {trouble ? null : alone ? (
          <Kept words={kept === 'kept' ? `Kept ${keptPlace(shell)}` : 'Keeping …'} />
        ) : (
          <InRoom />
        )}
        {/* Only trouble is spoken: what is kept changes with every word. */}
        <span className="kept-said" role="status">
          {trouble ? (
            <>
              <Kept words="Not kept" />
              {sentence === null ? null : <span title={sentence}>{sentence}</span>}
            </>
          ) : null}
        </span>
      </span>
      {waiting ? null : <HintOfKey singleLetters={singleLetters} />}
      <Counts />
      <Zoom />
      <PanelSwitch />
    </footer>
  );
}

function Kept({ words }: { readonly words: string }) {
  return (
    <>
      <span className="kept-sign" aria-hidden="true" />
      <b>{words}</b>
    </>
  );
}

/** What the others have. A mark a laptop, hollow until it has all. */
function InRoom() {
  const session = useSession();
  const room = useRoom((state) => state);
  const { peers, trouble, handedOn } = room;
  const alone = useCourse(({ course }) => course.kind.screen === 'solo');
  const guest = session.shell.kind === 'guest';
  const more =
    peers.length === 0 && guest && !handedOn ? 'Save a copy: nobody else has it all' : sayLaptops(room);
  return (
    <Button look="bare" className="kept-room" onPress={() => session.act('room.people')}>
      <span className="kept-marks" aria-hidden="true">
        <i data-hollow={isLackingHere(room) || undefined} />
        {peers.slice(0, MARKS).map((peer) => (
          <i key={peer.peer} data-hollow={!isWhole(peer) || undefined} />
        ))}
      </span>
      {/* What is written alone is at nobody else's, whatever the room has. */}
      <b>{alone && room.equal ? 'What you write is only here' : sayRoom(room, keptPlace(session.shell))}</b>
      <span>{trouble ?? more}</span>
    </Button>
  );
}

function HintOfKey({ singleLetters }: { readonly singleLetters: boolean }) {
  const selection = useUi((state) => state.selection);
  const editing = useUi((state) => state.editing);
  const tool = useUi((state) => state.tool);
  const view = useUi((state) => state.view);
  const labels = useView((jam) => jam.labels);
  const allows = useAllows();
  const style = useKeyStyle();
  const hint = keyHint(
    { selection, editing, tool, view },
    (id) => labels.get(id) ?? 'it',
    singleLetters,
    allows,
  );
  if (hint === null) return null;
  return (
    <span className="foot-hint">
      <b>{keyLabel(hint.key, style)}</b> {hint.words}
    </span>
  );
}

function Counts() {
  const ideas = useSnapshot((snapshot) => snapshot.ideas);
  const riffs = useSnapshot((snapshot) => snapshot.riffs);
  const counts = useMemo(() => {
    let live = 0;
    for (const idea of ideas.values()) if (!idea.bin) live++;
    let bonds = 0;
    const grown = new Set<string>();
    for (const riff of riffs.values()) {
      if (riff.gone || ideas.get(riff.child)?.bin !== false) continue;
      if (!grown.has(riff.child)) bonds++;
      grown.add(riff.child);
    }
    return { live, bonds };
  }, [ideas, riffs]);
  // Before there is anything, and while all lies face down, nothing is counted.
  if (counts.live === 0) return <span className="foot-counts" />;
  return (
    <span className="foot-counts">
      <b>{sayNumber(counts.live)}</b> {counts.live === 1 ? 'idea' : 'ideas'}
      {counts.bonds === 0 ? null : (
        <>
          , <b>{sayNumber(counts.bonds)}</b> of them {counts.bonds === 1 ? 'a riff' : 'riffs'}
        </>
      )}
    </span>
  );
}

function PanelSwitch() {
  const session = useSession();
  const open = useUi((state) => state.panel !== null);
  const view = useUi((state) => state.view);
  if (view === 'decide') return null;
  const action = actionById('view.panel');
  return (
    <Hint text={open ? 'Hide the panel' : 'Show the panel'} keys={action?.keys[0]} placement="top end">
      <Button look="icon" aria-label="Panel" aria-pressed={open} onPress={() => session.act('view.panel')}>
        <PanelRight size={16} strokeWidth={2} aria-hidden="true" />
      </Button>
    </Hint>
  );
}

function Zoom() {
  const session = useSession();
  const percent = useUi((state) => Math.round(state.camera.zoom * 100));
  const onBoard = useUi((state) => state.view === 'board');
  if (!onBoard) return null;
  return (
    <span className="zoom">
      <Hint text="Zoom out" keys={actionById('camera.out')?.keys[0]}>
        <Button look="icon" aria-label="Zoom out" onPress={() => session.act('camera.out')}>
          <Minus size={16} strokeWidth={2} aria-hidden="true" />
        </Button>
      </Hint>
      <Hint text="Zoom to 100 %" keys={actionById('camera.actual')?.keys[0]}>
        <Button
          look="bare"
          className="zoom-percent"
          aria-label={`${percent} %, zoom to 100 %`}
          onPress={() => session.act('camera.actual')}
        >
          {percent}%
        </Button>
      </Hint>
      <Hint text="Zoom in" keys={actionById('camera.in')?.keys[0]}>
        <Button look="icon" aria-label="Zoom in" onPress={() => session.act('camera.in')}>
          <Plus size={16} strokeWidth={2} aria-hidden="true" />
        </Button>
      </Hint>
      <Hint text="Zoom to fit" keys={actionById('camera.fit')?.keys[0]}>
        <Button look="icon" aria-label="Zoom to fit" onPress={() => session.act('camera.fit')}>
          <Maximize size={16} strokeWidth={2} aria-hidden="true" />
        </Button>
      </Hint>
    </span>
  );
}
