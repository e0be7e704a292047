/** A hub in a process of its own, that can be killed: shares the topic given, meets the addresses given. */
import { openHubService } from '../../../electron/hub/hubService.ts';

const [topic = '', ...addresses] = process.argv.slice(2);
const service = openHubService({
  pageFolder: null,
  port: { read: async () => 0, remember: async () => undefined },
  interfaces: () => ({
    eth0: [{ address: '127.0.0.1', netmask: '', mac: '', internal: false, cidr: null, family: 'IPv4' }],
  }),
});
const shared = await service.share('jam', topic, null);
service.meet('jam', topic, addresses);
process.send?.(shared.ok ? shared.value.addresses[0] : '');
