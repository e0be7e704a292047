import type { Server } from 'node:http';
import { errorCode } from '../store/describeTrouble.ts';

const tries = 20;

/**
 * Listens at `wanted`, or the next free port; answers which. 0 lets the system choose. Without a host it listens on all
 * addresses of this machine.
 */
export async function listenNear(server: Server, wanted: number, host?: string): Promise<number> {
  for (let n = 0; ; n++) {
    const port = wanted === 0 ? 0 : Math.min(65_535, wanted + n);
    try {
      return await listen(server, n < tries ? port : 0, host);
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes(errorCode(error) ?? '') || n > tries) throw error;
    }
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
