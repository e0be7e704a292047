/** Opens the Shell of a guest's page: its database, its identity, and the invite that stands in its address. */
import type { Shell } from '../../../shared/ipc/shell.ts';
import { createBrowserContext } from '../../session/browserContext.ts';
import { createPagePort } from '../pagePort.ts';
import { takeGuestAddress } from '../takeAddress.ts';
import { createGuestClaims } from './guestClaims.ts';
import { openGuestIdentity } from './guestIdentity.ts';
import { createGuestShell } from './guestShell.ts';
import { openGuestStore } from './guestStore.ts';

/** One database for all jams that came from this address. */
const name = 'riffroom-guest';

export async function openGuestShell(page: Window, version: string): Promise<Shell> {
  const address = takeGuestAddress(page);
  const store = await openGuestStore(name);
  // Where nothing was kept the jam is gone, and with it the way into its room.
  const jam = store.isKept ? address.jam : null;
  const invite = jam === null ? address.invite : null;
  return createGuestShell({
    version,
    origin: page.location.origin,
    store,
    identity: await openGuestIdentity(store),
    claims: createGuestClaims(name, createBrowserContext().newId()),
    port: createPagePort(page),
    now: () => Date.now(),
    requests: invite === null ? [] : [{ kind: 'invite', link: invite }],
    jam,
  });
}
