/** The three ways to look at a jam, as words. */
import { actionById } from '../../shared/actions/registry.ts';
import type { View } from '../stores/uiStore.ts';
import { Button } from '../ui/Button.tsx';
import { Hint } from '../ui/Hint.tsx';
import { useSession, useUi } from '../ui/session.tsx';
import './ViewTabs.css';

const views: readonly { readonly view: View; readonly action: string }[] = [
  { view: 'board', action: 'view.board' },
  { view: 'list', action: 'view.list' },
  { view: 'decide', action: 'view.decide' },
];

export function ViewTabs() {
  const session = useSession();
  const shown = useUi((state) => state.view);
  return (
    <nav className="view-tabs" aria-label="Ways to look at it">
      {views.map(({ view, action }) => {
        const described = actionById(action);
        return (
          <Hint key={view} text={described?.title ?? view} keys={described?.keys[0]} placement="bottom">
            <Button
              look="bare"
              className={view === shown ? 'view-tab view-tab-on' : 'view-tab'}
              aria-current={view === shown ? 'page' : 'false'}
              onPress={() => session.act(action)}
            >
              {described?.title ?? view}
            </Button>
          </Hint>
        );
      })}
    </nav>
  );
}
