/** The question, large, and what is around it: read aloud, and agreed on. */
import { BRIEF_FIELDS } from '../jam/briefFields.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { useCourse, useSession, useSnapshot } from '../ui/session.tsx';
import './phase.css';
import './BriefScreen.css';

export function BriefScreen() {
  const session = useSession();
  const brief = useSnapshot((snapshot) => snapshot.brief);
  const prompt = useCourse(({ course }) => course.phase?.prompt ?? '');
  const written = BRIEF_FIELDS.filter(({ field }) => brief[field].trim() !== '');
  const open = BRIEF_FIELDS.length - written.length;
  return (
    <div className="phase">
      <div className="phase-column">
        <p className="brief-question" dir="auto" data-long={brief.challenge.length > 110 || undefined}>
          {brief.challenge}
        </p>
        {prompt === '' ? null : <p className="phase-words">{prompt}</p>}
        <div className="brief-around">
          {written.map(({ field, title }) => (
            <Section key={field} title={title}>
              <p className="phase-words" dir="auto">
                {brief[field]}
              </p>
            </Section>
          ))}
        </div>
        <div className="phase-row">
          <Button look="word" onPress={() => session.act('jam.brief')}>
            {open > 0 ? 'Write down what is still open' : 'Change the brief'}
          </Button>
        </div>
      </div>
    </div>
  );
}
