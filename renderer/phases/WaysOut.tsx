/** The jam would run over its end: two or three ways out, each one press. */
import { type Offer, offersFor, slipOf } from '../../shared/phases/offers.ts';
import { Button } from '../ui/Button.tsx';
import { sayTime } from '../ui/dates.ts';
import { useCourse, useSession, useSnapshot } from '../ui/session.tsx';
import { useClock } from '../ui/useClock.ts';
import { sayMinutes } from './clockWords.ts';

const MINUTE = 60_000;
/** How often it is reckoned anew, ms. */
const LOOK = 5_000;

export function WaysOut() {
  const session = useSession();
  const course = useCourse((state) => state.course);
  const endsAt = useSnapshot((snapshot) => snapshot.course.endsAt);
  const now = useClock(LOOK);
  const elapsed = session.course.elapsed();
  const offers = offersFor(course, endsAt, now, elapsed);
  if (offers.length === 0 || endsAt === null) return null;
  const slip = Math.ceil(slipOf(course, endsAt, now, elapsed) / MINUTE);
  const take = ({ kind, changes }: Offer): void => {
    if (kind === 'over') session.run('course.ends', { at: endsAt + slip * MINUTE });
    else session.run('phase.change', { changes });
  };
  return (
    <section className="strip-line" aria-label="Ways to end in time">
      <b>
        This would end {sayMinutes(slip)} after {sayTime(endsAt)}.
      </b>
      {offers.map((offer) => (
        <Button key={offer.kind} size="small" onPress={() => take(offer)}>
          {offer.words}
        </Button>
      ))}
    </section>
  );
}
