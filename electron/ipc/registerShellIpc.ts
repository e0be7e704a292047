/** The process's end of the channels: checks who speaks, finds the window's seat, and lets the seat parse and answer. */
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { refuse } from '../../shared/util/result.ts';
import type { Seat } from '../service/seat.ts';
import { invoked, said } from './channels.ts';
import { isOurPage } from './isOurPage.ts';

export interface PageEnd {
  readonly seat: Seat;
  /** The page has flushed: the window may go. */
  closed(): void;
  /** The page has work that would be lost: the window stays. */
  stayed(): void;
}

export function registerShellIpc(ipc: IpcMain, endOf: (contents: WebContents) => PageEnd | null): void {
  const speaker = (event: IpcMainEvent | IpcMainInvokeEvent): PageEnd | null => {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && isOurPage(frame.url) ? endOf(event.sender) : null;
  };
  const answer = (
    channel: string,
    act: (seat: Seat, a: unknown, b: unknown, c: unknown) => Promise<unknown>,
  ): void => {
    ipc.handle(channel, async (event, a: unknown, b: unknown, c: unknown) => {
      const end = speaker(event);
      return end ? act(end.seat, a, b, c) : refuse('not-ours', 'This page is not part of Riffroom.');
    });
  };
  const hear = (channel: string, act: (end: PageEnd, a: unknown) => void): void => {
    ipc.on(channel, (event, a: unknown) => {
      const end = speaker(event);
      if (end) act(end, a);
    });
  };

  answer(invoked.start, (seat) => seat.start());
  answer(invoked.saveSettings, (seat, settings) => seat.saveSettings(settings));
  answer(invoked.listJams, (seat) => seat.listJams());
  answer(invoked.putCard, (seat, card) => seat.putCard(card));
  answer(invoked.binJam, (seat, jam) => seat.binJam(jam));
  answer(invoked.restoreJam, (seat, jam) => seat.restoreJam(jam));
  answer(invoked.openJournal, (seat, jam) => seat.openJournal(jam));
  answer(invoked.appendJournal, (seat, jam, records) => seat.appendJournal(jam, records));
  answer(invoked.closeJournal, (seat, jam) => seat.closeJournal(jam));
  answer(invoked.loadKept, (seat, jam) => seat.loadKept(jam));
  answer(invoked.saveKept, (seat, jam, sections) => seat.saveKept(jam, sections));
  answer(invoked.loadView, (seat, jam) => seat.loadView(jam));
  answer(invoked.saveView, (seat, jam, view) => seat.saveView(jam, view));
  answer(invoked.loadRoom, (seat, jam) => seat.loadRoom(jam));
  answer(invoked.saveRoom, (seat, jam, room) => seat.saveRoom(jam, room));
  answer(invoked.sign, (seat, purpose, message) => seat.sign(purpose, message));
  answer(invoked.openFile, (seat) => seat.openFile());
  answer(invoked.saveFile, (seat, request) => seat.saveFile(request));
  answer(invoked.hub, (seat) => seat.hub());
  answer(invoked.shareTopic, (seat, jam, topic, port) => seat.shareTopic(jam, topic, port));
  answer(invoked.unshareTopic, (seat, jam) => seat.unshareTopic(jam));
  answer(invoked.meetHubs, (seat, jam, topic, addresses) => seat.meetHubs(jam, topic, addresses));
  answer(invoked.writeClipboard, (seat, text) => seat.writeClipboard(text));
  answer(invoked.openWindow, (seat, jam) => seat.openWindow(jam));
  hear(said.painted, ({ seat }) => seat.painted());
  hear(said.setTitle, ({ seat }, title) => seat.setTitle(title));
  hear(said.setEnabledActions, ({ seat }, ids) => seat.setEnabledActions(ids));
  hear(said.closed, (end) => end.closed());
  hear(said.stayed, (end) => end.stayed());
}
