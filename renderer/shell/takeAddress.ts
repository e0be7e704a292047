/**
 * What the address says behind `#`: the token that lets this tab speak to its server, and a jam to go to. Both are
 * taken out of the address bar, so that a shared screen or a copied address gives nothing away; a reload finds them in
 * the tab's own store.
 */
export interface Address {
  readonly token: string | null;
  readonly jam: string | null;
}

const keptToken = 'riffroom.token';
/** In the tab's own store: the jam that was open in it. */
export const keptJam = 'riffroom.jam';

export function takeAddress(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>): Address {
  const fragment = new URLSearchParams(page.location.hash.slice(1));
  const token = fragment.get('t');
  if (token !== null) {
    page.sessionStorage.setItem(keptToken, token);
    page.history.replaceState(null, '', page.location.pathname);
  }
  return {
    token: token ?? page.sessionStorage.getItem(keptToken),
    jam: fragment.get('jam') ?? page.sessionStorage.getItem(keptJam),
  };
}

const keptInvite = 'riffroom.invite';

/** The jam was left for the library: a reload stays there, and neither the address nor an invite leads back in. */
export function leaveJam(page: Pick<Window, 'location' | 'history' | 'sessionStorage'>, jam: string): void {
  const { sessionStorage, history, location } = page;
  if (sessionStorage.getItem(keptJam) !== jam) return;
  sessionStorage.removeItem(keptJam);
  sessionStorage.removeItem(keptInvite);
  history.replaceState(null, '', location.pathname);
}

export interface GuestAddress {
  /** The whole link, as it was opened in this tab. */
  readonly invite: string | null;
  /** The jam that was open in this tab before a reload: the invite has been followed. */
  readonly jam: string | null;
}

/** A guest's page is opened by an `http://` invite; it leaves the address bar at once, like a token. */
export function takeGuestAddress(
  page: Pick<Window, 'location' | 'history' | 'sessionStorage'>,
): GuestAddress {
  const { hash, origin, pathname } = page.location;
  const asked = new URLSearchParams(hash.slice(1)).get('jam');
  if (hash.length > 1 && asked === null) {
    page.sessionStorage.setItem(keptInvite, `${origin}/${hash}`);
    page.sessionStorage.removeItem(keptJam);
    page.history.replaceState(null, '', pathname);
  }
  return {
    jam: asked ?? page.sessionStorage.getItem(keptJam),
    invite: page.sessionStorage.getItem(keptInvite),
  };
}
