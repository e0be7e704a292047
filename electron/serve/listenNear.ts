import type { Server } from 'node:http';
import { errorCode } from '../store/describeTrouble.ts';

const tries = 20;

/** Listens on the loopback at `wanted`, or the next free port; answers which. 0 lets the system choose. */
export async function listenNear(server: Server, wanted: number): Promise<number> {
  for (let n = 0; ; n++) {
    const port = wanted === 0 ? 0 : Math.min(65_535, wanted + n);
    try {
      return await listen(server, n < tries ? port : 0);
    } catch (error) {
      if (!['EADDRINUSE', 'EACCES'].includes(errorCode(error) ?? '') || n > tries) throw error;
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
