/** A `ws` socket as the hub's Pipe, watched: whoever answers no ping is gone, long before TCP notices. */
import type { WebSocket } from 'ws';
import type { Ears, Pipe } from '../../shared/hub/pipe.ts';

/** `pingMs`: two pings in vain are the end. */
export function attachPipe(socket: WebSocket, join: (pipe: Pipe) => Ears, pingMs: number): void {
  let over = false;
  let missed = 0;
  const pipe: Pipe = {
    send(message) {
      if (socket.readyState === socket.OPEN) socket.send(message, () => ears.written());
    },
    buffered: () => socket.bufferedAmount,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close() {
      // A polite end waits behind what is still to be sent; for who doesn't read that would be never.
      if (socket.bufferedAmount > 0) socket.terminate();
      else socket.close();
      queueMicrotask(end);
    },
  };
  const ears = join(pipe);

  function end(): void {
    if (over) return;
    over = true;
    clearInterval(pings);
    ears.closed();
  }
  const alive = (): void => {
    missed = 0;
  };
  const pings = setInterval(() => {
    // A socket that is not read for now can't be heard answering.
    if (socket.isPaused) return alive();
    missed += 1;
    if (missed > 2) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.ping();
  }, pingMs);
  pings.unref();

  socket.on('pong', alive);
  socket.on('message', (data: Buffer, isBinary) => {
    alive();
    if (!over) ears.heard(isBinary ? data : data.toString('utf8'));
  });
  // Said again, and handled, as a close.
  socket.on('error', () => undefined);
  socket.on('close', end);
}
