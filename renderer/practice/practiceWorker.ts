/** One practice partner, in a worker of its own: a whole laptop without a window, over the relay of this machine's hub. */
import { Awareness } from 'y-protocols/awareness';
import { roomTopic } from '../../shared/circle/room.ts';
import { createConductor } from '../../shared/conduct/createConductor.ts';
import { goingIn, NOTHING_PRIVATE } from '../../shared/conduct/privatePart.ts';
import type { HubAccess } from '../../shared/ipc/shell.ts';
import { createJam } from '../../shared/jam/createJam.ts';
import { noWebRtc } from '../../shared/link/noWebRtc.ts';
import { openRoom } from '../../shared/link/openRoom.ts';
import type { SocketLike } from '../../shared/link/relay.ts';
import { createGate } from '../../shared/log/gate.ts';
import { createSignedSession } from '../../shared/log/hello.ts';
import type { IdeaId, JamId, MemberId } from '../../shared/model/ids.ts';
import { MAIN_BOARD } from '../../shared/model/ids.ts';
import { isPartner, PARTNERS, partnerMember } from '../../shared/practice/partners.ts';
import { playPartner } from '../../shared/practice/playPartner.ts';
import { planPractice } from '../../shared/practice/practiceSession.ts';
import { type Presence, readPresence } from '../../shared/presence/presence.ts';
import { fromBase64Url, toBase64Url } from '../../shared/util/bytes.ts';
import { createContext } from '../../shared/util/context.ts';
import { ok } from '../../shared/util/result.ts';
import { boxPair } from '../../shared/util/sealedBox.ts';
import { createSigner } from '../../shared/util/signature.ts';

export interface PracticeOrder {
  readonly jam: JamId;
  readonly secret: string;
  readonly hub: HubAccess;
  /** Which of the partners this is; the first one leads. */
  readonly partner: number;
}

/** How often a partner says what it does, ms. */
const TELLS = 1_000;

self.onmessage = ({ data }: MessageEvent<PracticeOrder>) => void play(data);

async function play({ jam: id, secret, hub, partner: number }: PracticeOrder): Promise<void> {
  const partner = PARTNERS[number];
  const bytes = fromBase64Url(secret);
  if (partner === undefined || bytes === null) return;
  const context = createContext(
    () => Date.now(),
    (into) => crypto.getRandomValues(into as Uint8Array<ArrayBuffer>),
  );
  const schedule = (ms: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const signer = createSigner(context.randomBytes(32));
  const me: MemberId = partnerMember(number);
  const owner = { device: signer.device, memberId: me, memberName: partner.name };
  const signed = await createSignedSession(context, owner, async (purpose, message) =>
    ok(signer.sign(purpose, message)),
  );
  if (!signed.ok) return;
  const jam = createJam({ id, owner, context, signed: signed.value, schedule });
  const awareness = new Awareness(jam.log.doc);
  const others = (): Presence[] =>
    [...awareness.getStates()].flatMap(([client, state]) => {
      const read = client === awareness.clientID ? null : readPresence(state);
      return read === null ? [] : [read];
    });
  openRoom({
    topic: roomTopic(bytes),
    secret: bytes,
    log: jam.log,
    gate: createGate(jam.log, { refuseUnsigned: true }),
    awareness,
    signaling: [hub.signaling],
    relay: hub.relay,
    self: {
      device: signer.device,
      member: me,
      name: partner.name,
      session: jam.session,
      sign: async (message) => signer.sign('link', message),
    },
    wrtc: noWebRtc,
    openSocket: (url) => new WebSocket(url) as unknown as SocketLike,
    context,
    schedule,
  });

  let part = NOTHING_PRIVATE;
  const conductor = createConductor({
    jam,
    device: toBase64Url(signer.device),
    context,
    schedule,
    steady: () => performance.now(),
    box: boxPair(context.randomBytes(32)),
    here: () => [me, ...new Set(others().map(({ member }) => member))],
    privates: {
      get: () => part,
      set: (next) => {
        part = next;
      },
    },
  });

  let shown: IdeaId | null = null;
  const tell = (): void => {
    const { current } = conductor.course();
    const state: Presence = {
      member: me,
      name: partner.name,
      guest: true,
      verb: 'looking',
      view: 'phase',
      board: MAIN_BOARD,
      selection: [],
      holds: [],
      grip: null,
      writing: null,
      drafts: goingIn(part, current?.id ?? null).length,
      ready:
        current?.kind === 'vote' &&
        !conductor.course().closes.has(current.id) &&
        Object.keys(part.dots[current.id] ?? {}).length > 0,
      lit: null,
      lookUp: false,
      deciding: shown,
      clock:
        current !== null && conductor.isLeader()
          ? { run: current.id, elapsed: Math.round(conductor.elapsed() / 1_000) * 1_000 }
          : null,
      sees: null,
    };
    awareness.setLocalState({ ...state });
  };
  setInterval(tell, TELLS);
  tell();

  // Nobody writes into a jam that has not come yet.
  const begin = (): void => {
    if (jam.snapshot().creator === null) return;
    stop();
    jam.run('member.set', { name: partner.name, expertise: partner.expertise });
    playPartner({
      jam,
      conductor,
      partner,
      schedule,
      pick: (sides) => Math.floor(Math.random() * sides),
      othersReady: () => {
        const people = others().filter(({ member }) => !isPartner(member));
        return people.length > 0 && people.every(({ ready }) => ready);
      },
      show: (idea) => {
        shown = idea;
        tell();
      },
    });
    if (number === 0) whenHost();
  };
  /** The newcomer's window makes the first partner a co-host; it then leads. */
  const whenHost = (): void => {
    if (!conductor.isHost()) {
      schedule(TELLS, whenHost);
      return;
    }
    if (conductor.course().current !== null) return;
    conductor.take();
    conductor.load('riff-session', planPractice(PARTNERS.length + 1));
    conductor.goOn();
  };
  const stop = jam.subscribe(begin);
  begin();
}
