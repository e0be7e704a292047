/** A few words of which one holds, set in a line: pressed like a switch, walked by the arrow keys. */
import { Radio, RadioGroup } from 'react-aria-components';
import './Choice.css';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly onChange: (value: string) => void;
}

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <RadioGroup
      className="choice"
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={onChange}
    >
      {options.map(({ id, title }) => (
        <Radio key={id} value={id} className="choice-word">
          {title}
        </Radio>
      ))}
    </RadioGroup>
  );
}
