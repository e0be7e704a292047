/** The laptops of one test: each a process in its own namespace, driven from here as if it were here. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Desk } from './desk.ts';
import type { Call, Reply } from './deskProcess.ts';
import { type Network, openNetwork, type Plug } from './network.ts';

export interface Laptop extends Plug {
  /** All that can be done at it. */
  readonly desk: Desk;
}

export interface Laptops {
  /** `route`: it has a default route, as behind a router. */
  add(options?: { readonly route?: boolean }): Laptop;
}

/** Call once at the top of a test file: the network is made with the first laptop and ends with the test. */
export function openLaptops(): Laptops {
  let network: Network | null = null;
  const processes: ChildProcess[] = [];

  afterEach(async () => {
    for (const one of processes.splice(0)) await end(one);
    network?.close();
    network = null;
  });

  return {
    add(options) {
      network ??= openNetwork();
      const plug = network.plugIn(options);
      const child = fork(join(import.meta.dirname, 'deskProcess.ts'), [], {
        execPath: 'ip',
        execArgv: ['netns', 'exec', plug.namespace, process.execPath],
        serialization: 'advanced',
      });
      processes.push(child);
      return { ...plug, desk: deskOf(child) };
    },
  };
}

function deskOf(child: ChildProcess): Desk {
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  let count = 0;
  child.on('message', (reply: Reply) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) call?.failed(new Error(reply.error));
    else call?.done(reply.value);
  });
  child.on('exit', () => {
    for (const { failed } of waiting.values()) failed(new Error('The laptop’s process ended.'));
  });
  return new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: readonly unknown[]) =>
          new Promise((done, failed) => {
            count++;
            waiting.set(count, { done, failed });
            child.send({ id: count, name: name as keyof Desk, args } satisfies Call, (error) => {
              if (error !== null) failed(error);
            });
          }),
    },
  ) as Desk;
}

/** It kills what it runs when nobody speaks to it any more. */
function end(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
    child.disconnect();
  });
}
