/** What went wrong with a file, as a refusal in people's words. `what` is the grammatical object: "the jam", "Ideas.md". */
import { type Refused, refuse } from '../../shared/util/result.ts';

export function describeTrouble(error: unknown, what: string): Refused {
  const code = errorCode(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return refuse(
        'disk-full',
        `The disk is full, so ${what} could not be kept. Free some space and try again; what was kept before is untouched.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return refuse(
        'not-allowed',
        `This computer does not let Riffroom use ${what}. Check who may read and write there, or choose another place.`,
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return refuse('not-found', `There is no such file or folder any more: ${what}.`);
    case 'EISDIR':
      return refuse('is-folder', `This is a folder, not a file: ${what}.`);
    case 'EMFILE':
    case 'ENFILE':
      return refuse(
        'too-many-files',
        `Too many files are open on this computer to get at ${what}. Close some programs and try again.`,
      );
    case 'EIO':
      return refuse(
        'disk-trouble',
        `The disk reports an error about ${what}. Keep a copy somewhere else soon; what was kept before is untouched.`,
      );
    case 'EBUSY':
    case 'ETXTBSY':
      return refuse('in-use', `Another program is using ${what} just now. Close it there and try again.`);
    default:
      return refuse(
        'file-trouble',
        `Something went wrong with ${what}${code ? ` (${code})` : ''}. What was kept before is untouched; please try again.`,
      );
  }
}

export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
