import { describe, expect, it, vi } from 'vitest';
import { askBeforeLeaving } from '../../../../renderer/session/room/askBeforeLeaving.ts';
import { createHandedOn } from '../../../../renderer/session/room/handedOn.ts';
import { createRoomStore } from '../../../../renderer/stores/roomStore.ts';
import { toBase64Url } from '../../../../shared/util/bytes.ts';
import { createSignedWriter } from '../../../shared/log/support.ts';

function openGuest() {
  const writer = createSignedWriter('alice', 1);
  return { ...writer, handedOn: createHandedOn(writer.log, toBase64Url(writer.signer.device)) };
}

describe('work that is nowhere else', () => {
  it('is known from the first change until somebody else is known to have it', () => {
    const { act, handedOn } = openGuest();
    expect(handedOn.isAll()).toBe(true);
    act((doc) => doc.getText('brief').insert(0, 'x'));
    expect(handedOn.isAll()).toBe(false);
    handedOn.note();
    expect(handedOn.isAll()).toBe(true);
    act((doc) => doc.getText('brief').insert(1, 'y'));
    expect(handedOn.isAll()).toBe(false);
  });

  it('is no seal: that alone makes nobody stay', () => {
    const { act, seal, handedOn } = openGuest();
    act((doc) => doc.getText('brief').insert(0, 'x'));
    handedOn.note();
    seal();
    expect(handedOn.isAll()).toBe(true);
  });

  it('is nobody else’s: what came from others is at theirs', () => {
    const { log, act } = openGuest();
    act((doc) => doc.getText('brief').insert(0, 'x'));
    expect(createHandedOn(log, toBase64Url(new Uint8Array(32))).isAll()).toBe(true);
  });
});

describe('a guest’s page that is to go', () => {
  it('is held while work is nowhere else, and says what to do then', () => {
    const page = new EventTarget() as unknown as Window;
    const room = createRoomStore();
    const say = vi.fn();
    const stop = askBeforeLeaving(page, room, say);
    const leave = (): boolean => page.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).toBe(true);
    room.setState({ handedOn: false });
    expect(leave()).toBe(false);
    expect(say).toHaveBeenCalledWith(expect.stringContaining('Save a copy'));
    stop();
    expect(leave()).toBe(true);
  });
});
