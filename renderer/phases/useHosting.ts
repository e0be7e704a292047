import { useCourse, useSession } from '../ui/session.tsx';

/** Whether I may lead this jam's course: its hosts' controls are mine to see. */
export function useHosting(): boolean {
  const { me } = useSession().jam;
  return useCourse((state) => state.course.hosts.has(me));
}
