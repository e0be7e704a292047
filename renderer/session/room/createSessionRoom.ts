/**
 * Composes a jam's room in its window: the secret, this machine's hub, the links to the others, presence and pointers.
 * While nobody was invited nothing of it exists.
 */
import { Awareness } from 'y-protocols/awareness';
import { createRoomSecret, roomTopic } from '../../../shared/circle/room.ts';
import type { RoomRecord, Shell, StartInfo } from '../../../shared/ipc/shell.ts';
import type { createJam } from '../../../shared/jam/createJam.ts';
import { openRoom, type Room } from '../../../shared/link/openRoom.ts';
import type { SocketLike } from '../../../shared/link/relay.ts';
import type { RoomSummary } from '../../../shared/link/roomStatus.ts';
import type { WebRtcParts } from '../../../shared/link/rtc.ts';
import { createGate } from '../../../shared/log/gate.ts';
import type { Log } from '../../../shared/log/log.ts';
import { fromBase64Url, toBase64Url } from '../../../shared/util/bytes.ts';
import type { Context } from '../../../shared/util/context.ts';
import { CLOSED_ROOM, createRoomStore, gatherPeople, type RoomState } from '../../stores/roomStore.ts';
import type { UiStore } from '../../stores/uiStore.ts';
import type { CoursePresence } from './describeDoing.ts';
import { createHandedOn } from './handedOn.ts';
import { inviteLinks } from './inviteLinks.ts';
import { createOwnPointer, createPointers } from './pointers.ts';
import { isHere, readPeer } from './readPeer.ts';
import type { SessionRoom } from './sessionRoom.ts';
import { sharePresence } from './sharePresence.ts';
import { tellNews } from './tellNews.ts';

export interface SessionRoomParts {
  readonly jam: ReturnType<typeof createJam>;
  readonly shell: Shell;
  readonly info: StartInfo;
  readonly ui: UiStore;
  readonly context: Context;
  readonly page: Window;
  /** What presence says of me in the course. */
  readonly course: () => CoursePresence;
  /** One line of what came in while one was apart. */
  readonly onNews: (sentence: string) => void;
}

/** Telling everybody takes a heartbeat or two; whoever still lacks something after this time, ms, is behind. */
const lagAfter = 5_000;
/** Somebody who came by a link and finds nobody is told so after this time, ms. */
const patience = 8_000;
const unsigned =
  'This jam holds work from before Riffroom signed it, and that can’t be shared live. Save the jam and hand on the file.';
const nobodyYet = 'Nobody who has this jam answers yet; it is looked for as long as this window is open.';

/** What stands between `enter` and `leave`. */
interface Entered {
  readonly topic: string;
  readonly addresses: readonly string[];
  /** Of this laptop's own door. */
  readonly port: number | null;
  readonly room: Room;
  readonly renamed: () => void;
  readonly leave: () => Promise<void>;
}

export function createSessionRoom(parts: SessionRoomParts): SessionRoom {
  const { jam, shell, info, ui, context, page, course, onNews } = parts;
  const store = createRoomStore();
  const pointers = createPointers(ui.getState().board);
  const me = () => ({ member: jam.me, name: info.settings.memberName });
  let entering: Promise<Entered | null> | null = null;
  let entered: Entered | null = null;
  let disposed = false;
  const set = (patch: Partial<RoomState>): void => {
    if (!disposed) store.setState(patch);
  };

  const handedOn = createHandedOn(jam.log, info.device);
  const noteHandedOn = (): void => {
    handedOn.note();
    set({ handedOn: true });
  };
  const tellHandedOn = (): void => set({ handedOn: handedOn.isAll() });
  const stopTelling = shell.kind === 'guest' ? jam.subscribe(tellHandedOn) : null;
  tellHandedOn();

  const own = createOwnPointer({
    board: ui.getState().board,
    send: (bytes) => entered?.room.sendCursor(bytes),
    peers: () => store.getState().peers.length,
    schedule: createSchedule(page),
  });

  const enterNow = async (record: RoomRecord): Promise<Entered | null> => {
    const secret = fromBase64Url(record.secret);
    if (secret === null)
      return trouble('What this laptop kept of the room is damaged. Ask for a new invite.');
    if (holdsUnsigned(jam.log)) return trouble(unsigned);
    set({ phase: 'opening', trouble: null });
    const topic = roomTopic(secret);
    const hub = await shell.hub();
    if (!hub.ok) return trouble(hub.sentence);
    const shared = await shell.shareTopic(jam.id, topic, record.port);
    if (!shared.ok) return trouble(shared.sentence);
    set({ moved: shared.value.moved });
    await shell.meetHubs(jam.id, topic, record.addresses);
    if (disposed) return null;

    const awareness = new Awareness(jam.log.doc);
    const room = openRoom({
      topic,
      secret,
      log: jam.log,
      gate: createGate(jam.log, { refuseUnsigned: true }),
      awareness,
      signaling: [hub.value.signaling],
      relay: hub.value.relay,
      self: {
        device: fromBase64Url(info.device) ?? new Uint8Array(32),
        ...me(),
        session: jam.session,
        async sign(message) {
          const signed = await shell.sign('link', message);
          if (!signed.ok) throw new Error(signed.sentence);
          return signed.value;
        },
      },
      wrtc: page as unknown as WebRtcParts,
      openSocket: (url) => new WebSocket(url) as unknown as SocketLike,
      context,
      schedule: createSchedule(page),
    });
    const presence = sharePresence({
      awareness,
      ui,
      me,
      course,
      schedule: createSchedule(page),
      changed: () => refresh(),
    });
    const news = tellNews(jam, context.now, onNews);

    let stopLagging: (() => void) | null = null;
    /** Alone nobody can lag; together nobody does before there was time to tell them. */
    const watchLag = (kind: RoomSummary['kind']): void => {
      if (kind !== 'behind') {
        stopLagging?.();
        stopLagging = null;
        set({ lagging: false });
      } else stopLagging ??= createSchedule(page)(lagAfter, () => set({ lagging: true }));
    };
    const refresh = (): void => {
      const { hub: way, refused, peers: states, summary } = room.status();
      const peers = states.filter(isHere).map(readPeer);
      for (const { peer } of store.getState().peers)
        if (!peers.some((one) => one.peer === peer)) pointers.forget(peer);
      const people = gatherPeople({ ...me(), doing: presence.own() }, peers, ({ member }) =>
        presence.of(member),
      );
      if (peers.some(({ holds, silent }) => holds === 'all' && !silent)) noteHandedOn();
      const { trouble: said, following } = store.getState();
      set({
        phase: 'open',
        hub: way,
        refused,
        peers,
        equal: summary.kind === 'everyone',
        people,
        // Nobody is followed out of the door.
        following: people.some(({ member }) => member === following) ? following : null,
        trouble: said === nobodyYet && !isWaiting() ? null : said,
      });
      watchLag(summary.kind);
      news.follow(summary.kind);
    };
    const onWake = (): void => room.wake();
    const onVisible = (): void => {
      if (page.document.visibilityState === 'visible') room.wake();
    };
    page.addEventListener('online', onWake);
    page.document.addEventListener('visibilitychange', onVisible);
    const stops = [
      room.subscribe(refresh),
      room.onCursor((peer, bytes) => pointers.receive(peer, bytes, page.performance.now())),
      createSchedule(page)(patience, () => {
        // Others may have come by the same link, and wait as well.
        if (isWaiting()) set({ trouble: nobodyYet });
      }),
    ];
    refresh();
    return {
      topic,
      addresses: [...shared.value.addresses, ...record.addresses],
      port: shared.value.port,
      room,
      renamed() {
        presence.renew();
        refresh();
      },
      async leave() {
        page.removeEventListener('online', onWake);
        page.document.removeEventListener('visibilitychange', onVisible);
        for (const stop of stops) stop();
        stopLagging?.();
        own.stop();
        presence.stop();
        await room.dispose();
        awareness.destroy();
        await shell.unshareTopic(jam.id);
      },
    };
  };

  const trouble = (sentence: string): null => {
    set({ ...CLOSED_ROOM, handedOn: handedOn.isAll(), trouble: sentence });
    return null;
  };

  /** Whoever came by a link has no jam before somebody of it has answered. */
  const isWaiting = (): boolean => jam.snapshot().creator === null;

  const enter = (record: RoomRecord): Promise<Entered | null> => {
    if (disposed) return Promise.resolve(null);
    entering ??= enterNow(record)
      .then((now) => {
        entered = now;
        return now;
      })
      .finally(() => {
        if (entered === null) entering = null;
      });
    return entering;
  };

  const leave = async (): Promise<void> => {
    await entering;
    const before = entered;
    entered = null;
    entering = null;
    if (before === null) return;
    await before.leave();
    for (const peer of pointers.shown().keys()) pointers.forget(peer);
    set({ ...CLOSED_ROOM, handedOn: handedOn.isAll() });
  };

  return {
    store,
    pointers,
    isWaiting: () => store.getState().phase !== 'closed' && isWaiting(),
    async resume() {
      const record = await shell.loadRoom(jam.id);
      if (record?.open) await enter(record);
    },
    async join(record) {
      const known = await shell.loadRoom(jam.id);
      const kept = { ...record, port: known?.port ?? null };
      await shell.saveRoom(jam.id, kept);
      const before = await entering;
      // A jam can have had another room: the one that was asked for counts.
      if (before !== null && before.topic !== topicOf(record)) await leave();
      const inside = await enter(kept);
      // Whoever was in already may have come by other addresses.
      if (inside !== null) await shell.meetHubs(jam.id, inside.topic, record.addresses);
    },
    async invite() {
      const known = await shell.loadRoom(jam.id);
      const record = {
        ...(known ?? { secret: toBase64Url(createRoomSecret(context)), addresses: [], port: null }),
        open: true,
      };
      const saved = await shell.saveRoom(jam.id, record);
      if (!saved.ok) return void trouble(saved.sentence);
      const inside = await enter(record);
      if (inside === null) return;
      const { id } = jam;
      const { device } = info;
      const { addresses, port } = inside;
      // From here on links name it.
      if (port !== record.port) await shell.saveRoom(jam.id, { ...record, port });
      const links = inviteLinks({ jam: id, secret: record.secret, device, addresses, now: context.now() });
      set({ invite: links });
    },
    async leave() {
      const record = await shell.loadRoom(jam.id);
      if (record !== null) await shell.saveRoom(jam.id, { ...record, open: false });
      await leave();
    },
    pointAt: (at) => own.point(at),
    follow: (member) => set({ following: member }),
    noteCopy: noteHandedOn,
    renamed: () => entered?.renamed(),
    async dispose() {
      if (disposed) return;
      disposed = true;
      stopTelling?.();
      await leave();
    },
  };
}

function topicOf({ secret }: RoomRecord): string | null {
  const bytes = fromBase64Url(secret);
  return bytes === null ? null : roomTopic(bytes);
}

/** From before changes were signed: nobody who comes in could be sure whose they are, so links don't carry them. */
function holdsUnsigned(log: Log): boolean {
  return log.sessions().some((session) => log.hello(session)?.signature.length === 0);
}

function createSchedule(page: Window): (ms: number, run: () => void) => () => void {
  return (ms, run) => {
    const timer = page.setTimeout(run, ms);
    return () => page.clearTimeout(timer);
  };
}
