import { useRoom, useSnapshot } from '../ui/session.tsx';

/** Whether one came by an invite and nobody of the jam has answered yet: there is nothing to work on, nor to read. */
export function useWaiting(): boolean {
  const inRoom = useRoom((state) => state.phase !== 'closed');
  const born = useSnapshot((snapshot) => snapshot.creator !== null);
  return inRoom && !born;
}
