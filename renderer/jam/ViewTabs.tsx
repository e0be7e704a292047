/** The ways to look at a jam, as words; first the screen of the phase that runs, when it has one. */
import { actionById } from '../../shared/actions/registry.ts';
import { hasEnded, screenNow } from '../../shared/phases/course.ts';
import { viewFor } from '../session/course/createSessionCourse.ts';
import type { View } from '../stores/uiStore.ts';
import { Button } from '../ui/Button.tsx';
import { Hint } from '../ui/Hint.tsx';
import { useCourse, useSession, useUi } from '../ui/session.tsx';
import './ViewTabs.css';

const views: readonly { readonly view: View; readonly action: string }[] = [
  { view: 'phase', action: 'view.phase' },
  { view: 'board', action: 'view.board' },
  { view: 'list', action: 'view.list' },
  { view: 'decide', action: 'view.decide' },
];

export function ViewTabs() {
  const session = useSession();
  const shown = useUi((state) => state.view);
  const ended = useCourse(({ course }) => hasEnded(course));
  const hasScreen = useCourse(({ course }) => viewFor(screenNow(course)) === 'phase');
  return (
    <nav className="view-tabs" aria-label="Ways to look at it">
      {views.map(({ view, action }) => {
        const described = actionById(action);
        if (view === 'phase' && !hasScreen) return null;
        const words = view === 'phase' ? (ended ? 'Outcome' : 'Phase') : (described?.title ?? view);
        return (
          <Hint key={view} text={words} keys={described?.keys[0]} placement="bottom">
            <Button
              look="bare"
              className={view === shown ? 'view-tab view-tab-on' : 'view-tab'}
              aria-current={view === shown ? 'page' : 'false'}
              onPress={() => session.act(action)}
            >
              {words}
            </Button>
          </Hint>
        );
      })}
    </nav>
  );
}
