/** Somebody said a number aloud: that sheet lies over every screen for a moment. */
import { goToIdea } from '../jam/goToIdea.ts';
import { Button } from '../ui/Button.tsx';
import { useCourse, useSession } from '../ui/session.tsx';
import { LargeSheet } from './LargeSheet.tsx';
import './LitSheet.css';

export function LitSheet() {
  const session = useSession();
  const lit = useCourse((state) => state.lit);
  const mine = useCourse((state) => state.lighting !== null);
  if (lit === null) return null;
  return (
    <aside className="lit" aria-label="Said aloud" role="status">
      <LargeSheet idea={lit} />
      <div>
        <Button size="small" onPress={() => goToIdea(session, lit)}>
          Go there
        </Button>
        {mine ? (
          <Button size="small" look="word" onPress={() => session.course.light(null)}>
            Put it away
          </Button>
        ) : null}
      </div>
    </aside>
  );
}
