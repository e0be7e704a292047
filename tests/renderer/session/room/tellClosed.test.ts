import { expect, it } from 'vitest';
import { tellClosed } from '../../../../renderer/session/room/tellClosed.ts';
import { createRoomStore } from '../../../../renderer/stores/roomStore.ts';

function openGuest({ waiting = false, handedOn = true } = {}) {
  const store = createRoomStore();
  store.setState({ phase: 'open', hub: 'open', handedOn });
  let said: { sentence: string; keep: boolean }[] = [];
  tellClosed(
    { store, isWaiting: () => waiting },
    (sentence, keep) => void said.push({ sentence, keep }),
    (sentences) => {
      said = said.filter(({ sentence }) => !sentences.includes(sentence));
    },
  );
  return { store, said: () => said };
}

it('a guest whose host has closed the door reads so once, and is offered a copy', () => {
  const { store, said } = openGuest();
  store.setState({ hub: 'closed' });
  store.setState({ people: [] });
  expect(said()).toEqual([
    { sentence: expect.stringMatching(/closed the door.*stays in this browser/), keep: true },
  ]);
  store.setState({ hub: 'open' });
  expect(said()).toEqual([]);
});

it('is told when nobody else has their latest work, and not to keep what never came', () => {
  const alone = openGuest({ handedOn: false });
  alone.store.setState({ hub: 'closed' });
  expect(alone.said()).toEqual([{ sentence: expect.stringMatching(/in this browser alone/), keep: true }]);
  const late = openGuest({ waiting: true });
  late.store.setState({ hub: 'closed' });
  expect(late.said()).toEqual([{ sentence: expect.stringMatching(/ask them to open it/), keep: false }]);
});

it('a hub that is only lost is not called closed', () => {
  const { store, said } = openGuest();
  store.setState({ hub: 'connecting' });
  store.setState({ hub: 'gone' });
  expect(said()).toEqual([]);
});
