import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it } from 'vitest';
import { listenForOpens } from '../../electron/app/listenForOpens.ts';
import type { Handover } from '../../electron/start/readHandover.ts';
import { encodeInvite, writeAppLink, writeGuestLink } from '../../shared/circle/invite.ts';

const invite = encodeInvite({
  jam: 'jam',
  secret: new Uint8Array(32).fill(7),
  host: new Uint8Array(16),
  expires: 1_000_000,
  addresses: [],
});
const link = writeAppLink(invite);

/** As Electron's app on a Mac tells of it. */
function openApp() {
  const app = new EventEmitter();
  const taken: Handover[] = [];
  let prevented = 0;
  const event = { preventDefault: () => void prevented++ };
  listenForOpens(app as unknown as App, { folder: '/', own: [] }, (handover) => taken.push(handover));
  return {
    taken,
    prevented: () => prevented,
    tell: (name: string, ...said: unknown[]) => void app.emit(name, event, ...said),
  };
}

describe('what a Mac sends as events', () => {
  it('is taken: a link, and a file', () => {
    const app = openApp();
    app.tell('open-url', link);
    app.tell('open-file', '/jams/Last bus.riffjam');
    expect(app.taken).toEqual([
      { files: [], invites: [link], practice: false },
      { files: ['/jams/Last bus.riffjam'], invites: [], practice: false },
    ]);
    expect(app.prevented()).toBe(2);
  });

  it('is left, and kept from the system, where it is no invite', () => {
    const app = openApp();
    for (const url of [
      '',
      'riffroom://',
      'https://example.org/',
      `${link}\n--profile=/`,
      `${link}${'A'.repeat(5_000)}`,
    ])
      app.tell('open-url', url);
    expect(app.taken).toEqual([]);
    expect(app.prevented()).toBe(5);
  });
});

describe('a second start', () => {
  it('hands over what it read itself, or else its arguments', () => {
    const app = openApp();
    app.tell('second-instance', [], '/', { files: [], invites: [link], practice: false });
    const web = writeGuestLink('http://192.168.1.5:4718', invite);
    app.tell('second-instance', ['riffroom', web], '/', { files: 'nonsense' });
    expect(app.taken.map(({ invites }) => invites)).toEqual([[link], [web]]);
  });
});
