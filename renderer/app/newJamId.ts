import type { JamId } from '../../shared/model/ids.ts';
import { createBrowserContext } from '../session/browserContext.ts';

export function newJamId(): JamId {
  return createBrowserContext().newId();
}
