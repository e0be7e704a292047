/** What can be done with a jam from its poster, without opening it on screen. */
import type { ListedJam, Shell } from '../../shared/ipc/shell.ts';
import { duplicateJam, type OpenOptions, openJam } from '../session/openJam.ts';
import type { Notice } from '../stores/uiStore.ts';

export interface LibraryActs {
  rename(card: ListedJam, title: string): Promise<void>;
  duplicate(card: ListedJam): Promise<void>;
  /** Into the bin, for 30 days; the notice takes it back. */
  remove(card: ListedJam): Promise<void>;
  /** Of a jam that was shared: its door does not open again with it, before somebody invites. */
  closeDoor(card: ListedJam): Promise<void>;
}

interface LibraryActsParts {
  readonly shell: Shell;
  readonly base: () => Pick<OpenOptions, 'shell' | 'info' | 'actions'>;
  readonly notify: (text: string, tone?: Notice['tone'], action?: Notice['action']) => void;
  readonly readCards: () => Promise<void>;
  /** After whatever is being opened or closed. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createLibraryActs({ shell, base, notify, readCards, inTurn }: LibraryActsParts): LibraryActs {
  const acts: LibraryActs = {
    async rename(card, title) {
      const opened = await openJam({ ...base(), jam: card.jam, sample: card.sample });
      if (!opened.ok) return notify(opened.sentence, 'trouble');
      opened.value.run('jam.rename', { title });
      // What opening it had to say nobody has read in the jam, and it is said once.
      const troubles = opened.value.ui.getState().notices.filter(({ tone }) => tone === 'trouble');
      await opened.value.dispose();
      shell.setTitle('Riffroom');
      await readCards();
      for (const { text } of troubles) notify(text, 'trouble');
    },
    async duplicate(card) {
      const copied = await duplicateJam({ ...base(), jam: card.jam });
      if (!copied.ok) return notify(copied.sentence, 'trouble');
      shell.setTitle('Riffroom');
      await readCards();
      notify(`${shorten(card.title)} is there twice now.`);
      for (const sentence of copied.value.lost) notify(sentence, 'trouble');
    },
    async remove(card) {
      const answer = await shell.binJam(card.jam);
      if (!answer.ok) return notify(answer.sentence, 'trouble');
      await readCards();
      notify(`${shorten(card.title)} is in the bin, for 30 days.`, 'info', {
        title: 'Undo',
        run: () => void shell.restoreJam(card.jam).then(readCards),
      });
    },
    async closeDoor({ jam, title }) {
      // A jam that another window has open closes its door there: that window comes to the front.
      const claimed = await shell.openJournal(jam);
      if (!claimed.ok) return notify(claimed.sentence, 'trouble');
      const room = await shell.loadRoom(jam);
      const saved = room === null ? null : await shell.saveRoom(jam, { ...room, open: false });
      await shell.closeJournal(jam);
      await readCards();
      if (claimed.value.damaged !== null) notify(claimed.value.damaged, 'trouble');
      if (saved?.ok === false) notify(saved.sentence, 'trouble');
      else notify(`Nobody can join ${shorten(title)} until you invite people again.`);
    },
  };
  return {
    closeDoor: (card) => inTurn(() => acts.closeDoor(card)),
    rename: (card, title) => inTurn(() => acts.rename(card, title)),
    duplicate: (card) => inTurn(() => acts.duplicate(card)),
    remove: (card) => inTurn(() => acts.remove(card)),
  };
}

/** A title within a sentence: at most 48 characters. */
function shorten(title: string): string {
  const letters = [...title];
  return letters.length <= 48 ? title : `${letters.slice(0, 47).join('').trimEnd()}…`;
}
