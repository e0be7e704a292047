/** `app://riffroom/`: the built page, from its folder only. */
import { protocol, type Session } from 'electron';
import { servePage } from '../pages/servePage.ts';

/** Before `ready`: the scheme behaves like https (own origin, storage, fetch). */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** `sockets`: where the page's hub is. */
export function registerPage(session: Session, folder: string, sockets: readonly string[]): void {
  session.protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'riffroom' || request.method !== 'GET') return new Response('', { status: 404 });
    const { status, headers, body } = await servePage({ folder, sockets }, url.pathname);
    return new Response(body, { status, headers });
  });
}
