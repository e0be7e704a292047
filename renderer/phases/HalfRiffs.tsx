/** The bell came in the middle of a riff: it is kept, and one is asked, wherever riffs may be laid. */
import type { IdeaId } from '../../shared/model/ids.ts';
import type { JamSession } from '../session/jamSession.ts';
import { Button } from '../ui/Button.tsx';
import { useAllows, useCourse, useSession, useSnapshot } from '../ui/session.tsx';
import { addRiff } from './addRiff.ts';
import { halfRiffs, riffDraftKey } from './rotation.ts';
import './HalfRiffs.css';

export function HalfRiffs() {
  const session = useSession();
  const runs = useCourse(({ course }) => course.runs);
  const answers = useCourse(({ privatePart }) => privatePart.answers);
  const snapshot = useSnapshot((jam) => jam);
  const allowed = useAllows()('riff');
  if (!allowed) return null;
  return halfRiffs(snapshot, runs.slice(0, -1), answers).map(({ run, idea, text }) => (
    <HalfRiff key={`${run}-${idea}`} run={run} idea={idea} text={text} session={session} />
  ));
}

interface HalfRiffProps {
  readonly session: JamSession;
  readonly run: string;
  readonly idea: IdeaId;
  readonly text: string;
}

function HalfRiff({ session, run, idea, text }: HalfRiffProps) {
  const label = session.view().labels.get(idea) ?? 'a sheet';
  const letGo = (): void => session.course.answer(riffDraftKey(idea), '', run);
  return (
    <div className="half-riff" role="note">
      <p>
        You had begun on <b>{label}</b>: “{text}”
      </p>
      <div className="phase-row">
        <Button
          size="small"
          onPress={() => {
            if (addRiff(session, { idea, bond: 'build', text })) letGo();
          }}
        >
          Put it in
        </Button>
        <Button size="small" look="word" onPress={letGo}>
          Let it go
        </Button>
      </div>
    </div>
  );
}
