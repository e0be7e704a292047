/** An invite to a room of a jam that this laptop knows by another room: whoever follows it leaves the one it was in. */
import type { Shell } from '../../shared/ipc/shell.ts';
import type { JamId } from '../../shared/model/ids.ts';
import type { AppStore, Question } from './appStore.ts';

/** What to ask before following an invite; null: it leads nowhere else. `secret`: the invite's room, base64url. */
export async function otherRoomQuestion(
  shell: Pick<Shell, 'loadRoom' | 'listJams'>,
  jam: JamId,
  secret: string,
): Promise<Omit<Question, 'answer'> | null> {
  const known = await shell.loadRoom(jam);
  if (known === null || known.secret === secret) return null;
  const title = (await shell.listJams()).find((card) => card.jam === jam)?.title ?? 'the jam';
  return {
    title: 'Another room of the same jam',
    sentence: `You have “${title}” in another room already: going to this one leaves that one, and links that lead there no longer find you.`,
    yes: 'Go to this one',
    no: 'Stay as it is',
  };
}

/** Asks; whoever is asked something else meanwhile has said no. */
export function ask(store: AppStore, question: Omit<Question, 'answer'>): Promise<boolean> {
  store.getState().asking?.answer(false);
  return new Promise((resolve) => {
    const answer = (yes: boolean): void => {
      store.setState({ asking: null });
      resolve(yes);
    };
    store.setState({ asking: { ...question, answer } });
  });
}
