/** The setlists there are: what each is good for, its phases to scale in minutes, and how a host plays it. */
import { Radio, RadioGroup } from 'react-aria-components';
import { planTemplate, type Template } from '../../shared/templates/template.ts';
import { sayMinutes } from './clockWords.ts';

interface TemplateChoiceProps {
  readonly templates: readonly Template[];
  readonly chosen: Template;
  readonly people: number;
  readonly onChoose: (template: Template) => void;
}

export function TemplateChoice({ templates, chosen, people, onChoose }: TemplateChoiceProps) {
  return (
    <RadioGroup
      className="templates"
      aria-label="Setlist"
      value={chosen.name}
      onChange={(name) => onChoose(templates.find((one) => one.name === name) ?? chosen)}
    >
      {templates.map((template) => (
        <div key={template.name} className="template">
          <Radio value={template.name} className="template-title">
            {template.title}
            <span>{sayMinutes(template.minutes(people))}</span>
          </Radio>
          <p>{template.summary}</p>
          {template === chosen ? <Guide template={template} people={people} /> : null}
        </div>
      ))}
    </RadioGroup>
  );
}

function Guide({ template, people }: { readonly template: Template; readonly people: number }) {
  const plans = planTemplate(template, people);
  return (
    <>
      <ol className="template-phases" aria-label="Its phases">
        {plans.map(({ title, minutes, options }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a template never change their places
          <li key={i}>
            <span>{title}</span>
            <i>{options.rounds > 1 ? `${options.rounds} × ${sayMinutes(minutes)}` : sayMinutes(minutes)}</i>
          </li>
        ))}
      </ol>
      <h3>How you host it</h3>
      <ol className="template-guide" aria-label="How you host it">
        {template.guide.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  );
}
