import { beforeEach, describe, expect, it } from 'vitest';
import type { Carrier } from '../../../shared/link/carrier.ts';
import { openRelay, type Relay, type SocketLike } from '../../../shared/link/relay.ts';
import { toBase64Url, toUtf8 } from '../../../shared/util/bytes.ts';
import { createSeededContext } from '../../../shared/util/context.ts';
import { createVirtualClock, type VirtualClock } from '../../simulation/virtualClock.ts';

interface FakeSocket extends SocketLike {
  readonly sent: Uint8Array[];
  hear(data: string | Uint8Array): void;
}

let clock: VirtualClock;
let sockets: FakeSocket[];
let relay: Relay;
let carriers: Carrier[];
let heard: string[];

const bob = new Uint8Array(16).fill(2);
const own = toBase64Url(new Uint8Array(16).fill(1));

function openSocket(): FakeSocket {
  const sent: Uint8Array[] = [];
  const socket: FakeSocket = {
    sent,
    binaryType: '',
    bufferedAmount: 0,
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (data) => void sent.push(data),
    close: () => socket.onclose?.(),
    hear: (data) => socket.onmessage?.({ data: typeof data === 'string' ? data : data.slice().buffer }),
  };
  sockets.push(socket);
  return socket;
}

const socket = (): FakeSocket => sockets.at(-1) as FakeSocket;
const mark = Uint8Array.of(9, 9, 9, 9);
/** What Bob says to us. */
const say = (...payload: number[]): void => socket().hear(Uint8Array.from([...bob, ...payload]));
/** The mark of our own frames, from what we last said to open. */
const ourMark = (): Uint8Array => socket().sent.at(-1)?.subarray(17, 21) as Uint8Array;

/** A carrier to Bob that Bob knows of. */
function establish(): void {
  say(0, ...mark, 0, 0, 0, 0);
  say(0, ...mark, ...ourMark());
}

beforeEach(() => {
  clock = createVirtualClock();
  sockets = [];
  carriers = [];
  heard = [];
  relay = openRelay({
    url: 'ws://hub',
    openSocket,
    context: createSeededContext(1),
    schedule: clock.schedule,
    onAddress: (address) => void heard.push(`address ${address}`),
  });
  socket().hear(JSON.stringify({ address: own }));
  relay.expect(toBase64Url(bob), (carrier) => {
    carriers.push(carrier);
    carrier.listen({
      frame: (bytes) => void heard.push(`frame ${bytes}`),
      loose: (bytes) => void heard.push(`loose ${bytes}`),
      drained: () => undefined,
      closed: () => void heard.push('closed'),
    });
  });
  heard.length = 0;
});

describe('the relay', () => {
  it('opens when both sides know each other’s mark, and asks until then', async () => {
    relay.call(toBase64Url(bob));
    await clock.pass(2500);
    expect(socket().sent).toHaveLength(3);
    say(0, ...mark, 0, 0, 0, 0);
    expect(carriers).toHaveLength(0);
    say(0, ...mark, ...ourMark());
    expect(carriers).toHaveLength(1);
    const said = socket().sent.length;
    await clock.pass(5000);
    expect(socket().sent).toHaveLength(said);
  });

  it('hears nobody who is not expected', () => {
    const stranger = new Uint8Array(16).fill(7);
    socket().hear(Uint8Array.from([...stranger, 0, ...mark, 0, 0, 0, 0]));
    expect(socket().sent).toEqual([]);
    expect(carriers).toEqual([]);
  });

  it('closes at a gap: between hubs a frame can be lost', () => {
    establish();
    say(1, ...mark, 0, 0, 0, 0, 42);
    say(1, ...mark, 0, 0, 0, 2, 43);
    say(1, ...mark, 0, 0, 0, 3, 44);
    expect(heard).toEqual(['frame 42', 'closed']);
  });

  it('takes no frames of an earlier carrier for those of the present one', () => {
    establish();
    const another = Uint8Array.of(8, 8, 8, 8);
    say(0, ...another, 0, 0, 0, 0);
    expect(heard).toEqual(['closed']);
    say(0, ...another, ...ourMark());
    say(1, ...mark, 0, 0, 0, 0, 42);
    say(1, ...another, 0, 0, 0, 0, 43);
    expect(heard).toEqual(['closed', 'frame 43']);
    expect(carriers).toHaveLength(2);
  });

  it('closes what the hub cannot reach, and everything with its socket, and comes back', async () => {
    establish();
    socket().hear(JSON.stringify({ gone: toBase64Url(bob) }));
    expect(heard).toEqual(['closed']);
    establish();
    socket().onclose?.();
    expect(heard).toEqual(['closed', 'closed', 'address null']);
    await clock.pass(1000);
    expect(sockets).toHaveLength(2);
    socket().hear(JSON.stringify({ address: own }));
    establish();
    expect(carriers).toHaveLength(3);
  });

  it('survives whatever a hub says', () => {
    establish();
    const words = ['', '{', 'null', '7', '{"address":7}', '{"gone":"x"}', '[]'];
    for (const word of words) socket().hear(word);
    for (const length of [0, 1, 15, 16, 17, 20, 21, 24]) socket().hear(new Uint8Array(length));
    socket().hear(toUtf8('x'.repeat(1000)));
    expect(heard).toEqual([]);
  });

  it('drops loose messages behind a full socket', () => {
    establish();
    const said = socket().sent.length;
    Object.assign(socket(), { bufferedAmount: 100_000 });
    carriers[0]?.sendLoose(Uint8Array.of(1));
    expect(socket().sent).toHaveLength(said);
    carriers[0]?.send(Uint8Array.of(1));
    expect(socket().sent).toHaveLength(said + 1);
  });

  it('does not answer for ever when both ends start anew at once', () => {
    establish();
    // Bob's anew crosses ours: each mark that he has had before he heard ours is one more.
    say(0, 1, 1, 1, 1, 0, 0, 0, 0);
    const ours = ourMark().slice();
    say(0, 2, 2, 2, 2, ...mark);
    say(0, 3, 3, 3, 3, ...mark);
    expect(ourMark()).toEqual(ours);
    const said = socket().sent.length;
    say(0, 3, 3, 3, 3, ...ours);
    expect(socket().sent).toHaveLength(said);
    expect(carriers).toHaveLength(2);
  });
});
