/** Where others on the network reach this machine: literal addresses first, for names need a working mDNS. */

import { isIPv6 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';

export type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** Networks between this machine and what runs in it, and tunnels: others in the room are not there. */
const inner = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|podman|cni|lxc|lxdbr|bridge)/;
const tunnel = /^(tun|tap|utun|wg|tailscale|zt|ppp)/;

/**
 * `http://host:port` of each address, best first: IPv4 before IPv6, tunnels and container bridges last, then
 * `<hostname>.local`. Link-local IPv6 only where there is nothing else; none at all without a network.
 */
export function listAddresses(interfaces: Interfaces, hostname: string, port: number): string[] {
  const found = Object.entries(interfaces)
    .flatMap(([name, infos = []]) => infos.map((info) => ({ name, ...info })))
    .filter(({ internal }) => !internal)
    .map((info) => ({ host: hostOf(info), rank: rankOf(info), linkLocal: isLinkLocal(info) }));
  const wide = found.filter(({ linkLocal }) => !linkLocal);
  const hosts = (wide.length > 0 ? wide : found)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ host }) => host);
  const name = hostname.replace(/\.local\.?$/i, '').toLowerCase();
  if (hosts.length > 0 && /^[a-z0-9-]{1,63}$/.test(name)) hosts.push(`${name}.local`);
  return [...new Set(hosts)].map((host) => `http://${host}:${port}`);
}

type Named = NetworkInterfaceInfo & { readonly name: string };

function hostOf({ address }: Named): string {
  return isIPv6(address) ? `[${address}]` : address;
}

function isLinkLocal({ family, address }: Named): boolean {
  return family === 'IPv6' && /^fe[89ab]/i.test(address);
}

function rankOf({ name, family, address }: Named): number {
  const place = inner.test(name) ? 6 : tunnel.test(name) ? 4 : 0;
  // 169.254: two laptops on one cable, without a router.
  return place + (family === 'IPv6' ? 2 : address.startsWith('169.254.') ? 1 : 0);
}
