/** Locks the profile given and stays until it is killed. */
import { lockProfile } from '../../../electron/store/profileLock.ts';

const lock = await lockProfile(process.argv[2] ?? '');
process.send?.(lock.ok);
setInterval(() => undefined, 1000);
