/**
 * Laptops in a room: network namespaces on one bridge, itself in a namespace, with no way to any other network. Needs
 * root on Linux, iproute2, and a kernel that lets itself be divided so.
 */
import { spawnSync } from 'node:child_process';

export interface Network {
  /** A laptop's network: its namespace and its address. `route`: a default route, to a router that answers nobody. */
  plugIn(options?: { readonly route?: boolean }): Plug;
  close(): void;
}

export interface Plug {
  readonly namespace: string;
  readonly address: string;
  cableOut(): void;
  cableIn(): void;
}

function ip(...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('ip', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
}

/** Why no such network can be made here, in words, or null: it can. */
export function whyNoNetwork(): string | null {
  if (process.platform !== 'linux') return 'Network namespaces are Linux’s own.';
  if (process.getuid?.() !== 0) return 'Only root makes network namespaces.';
  try {
    const network = openNetwork();
    network.plugIn();
    network.close();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function openNetwork(): Network {
  // The kernel's names of links are short; several runs on one machine do not meet.
  const name = `rr${process.pid.toString(36)}${(Date.now() % 1_296).toString(36)}`;
  const made: string[] = [];
  const close = (): void => {
    for (const namespace of made.splice(0).reverse()) spawnSync('ip', ['netns', 'del', namespace]);
  };
  const make = (namespace: string): void => {
    ip('netns', 'add', namespace);
    made.push(namespace);
    ip('-n', namespace, 'link', 'set', 'lo', 'up');
  };
  try {
    make(name);
    ip('-n', name, 'link', 'add', 'br0', 'type', 'bridge', 'mcast_snooping', '0');
    ip('-n', name, 'link', 'set', 'br0', 'up');
  } catch (error) {
    close();
    throw error;
  }
  let count = 0;
  return {
    plugIn({ route = false } = {}) {
      count++;
      const namespace = `${name}n${count}`;
      const port = `port${count}`;
      const address = `10.77.0.${count}`;
      make(namespace);
      ip('-n', name, 'link', 'add', port, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace);
      ip('-n', name, 'link', 'set', port, 'master', 'br0', 'up');
      ip('-n', namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
      ip('-n', namespace, 'link', 'set', 'eth0', 'up');
      ip('-n', namespace, 'route', 'add', '224.0.0.0/4', 'dev', 'eth0');
      if (route) ip('-n', namespace, 'route', 'add', 'default', 'via', '10.77.0.254');
      return {
        namespace,
        address,
        cableOut: () => ip('-n', name, 'link', 'set', port, 'down'),
        cableIn: () => ip('-n', name, 'link', 'set', port, 'up'),
      };
    },
    close,
  };
}
