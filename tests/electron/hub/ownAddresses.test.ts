import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isGuestOrigin, isOurHost, isOwnPage } from '../../../electron/hub/guardHub.ts';
import { listAddresses } from '../../../electron/hub/ownAddresses.ts';

function info(address: string, internal = false): NetworkInterfaceInfo {
  const rest = { address, netmask: '', mac: '', internal, cidr: null };
  return address.includes(':') ? { ...rest, family: 'IPv6', scopeid: 0 } : { ...rest, family: 'IPv4' };
}

const loopback = { lo: [info('127.0.0.1', true), info('::1', true)] };

describe('the addresses of this machine', () => {
  it('begin with those that others in the room reach, the name last', () => {
    const interfaces = {
      ...loopback,
      docker0: [info('172.17.0.1')],
      'br-7f2': [info('172.18.0.1')],
      wg0: [info('10.9.0.2')],
      wlan0: [info('fe80::1'), info('2001:db8::5'), info('192.168.1.5')],
      eth0: [info('169.254.7.7')],
    };
    expect(listAddresses(interfaces, 'Gretas-Laptop', 4718)).toEqual([
      'http://192.168.1.5:4718',
      'http://169.254.7.7:4718',
      'http://[2001:db8::5]:4718',
      'http://10.9.0.2:4718',
      'http://172.17.0.1:4718',
      'http://172.18.0.1:4718',
      'http://gretas-laptop.local:4718',
    ]);
  });

  it('name link-local IPv6 only where there is nothing else', () => {
    expect(listAddresses({ ...loopback, eth0: [info('fe80::1')] }, 'greta.local', 4718)).toEqual([
      'http://[fe80::1]:4718',
      'http://greta.local:4718',
    ]);
  });

  it('are none without a network, and no name that a link could not carry', () => {
    expect(listAddresses(loopback, 'greta', 4718)).toEqual([]);
    expect(listAddresses({ eth0: [info('10.0.0.2')] }, 'Grétas Laptop', 4718)).toEqual([
      'http://10.0.0.2:4718',
    ]);
  });
});

describe('who may speak to the hub', () => {
  const addresses = ['127.0.0.1', '192.168.1.5', '2001:db8::5'];

  it.each([
    ['192.168.1.5:4718', true],
    ['[2001:db8::5]:4718', true],
    ['127.0.0.1:4718', true],
    ['[::1]:4718', true],
    ['localhost:4718', true],
    ['greta.local:4718', true],
    ['192.168.1.6:4718', false],
    ['192.168.1.5:80', false],
    ['192.168.1.5', false],
    ['evil.example:4718', false],
    ['greta.local.evil.example:4718', false],
    ['a.b.local:4718', false],
    ['192.168.1.5.evil.example:4718', false],
    ['192.168.1.5:4718@evil.example', false],
    ['', false],
    [undefined, false],
  ])('at the Host %s: %s', (host, ours) => {
    expect(isOurHost(host, 4718, addresses)).toBe(ours);
  });

  it.each([
    [undefined, true],
    ['app://riffroom', true],
    ['http://192.168.1.5:4718', true],
    ['http://192.168.1.5:4719', false],
    ['http://evil.example', false],
    ['null', false],
    ['app://riffroom.example', false],
  ])('as a guest from the Origin %s: %s', (origin, may) => {
    expect(isGuestOrigin({ host: '192.168.1.5:4718', ...(origin === undefined ? {} : { origin }) })).toBe(
      may,
    );
  });

  it('as the own page only with token, Host and Origin', () => {
    const own = { port: 4717, token: 'secret', origins: ['app://riffroom'] };
    const right = { host: '127.0.0.1:4717', origin: 'app://riffroom' };
    expect(isOwnPage(right, 'secret', own)).toBe(true);
    expect(isOwnPage(right, 'guessed', own)).toBe(false);
    expect(isOwnPage(right, null, own)).toBe(false);
    expect(isOwnPage({ host: right.host }, 'secret', own)).toBe(false);
    expect(isOwnPage({ ...right, origin: 'http://evil.example' }, 'secret', own)).toBe(false);
    expect(isOwnPage({ ...right, host: 'evil.example:4717' }, 'secret', own)).toBe(false);
  });
});
