/** The day by which something is done: the day in words, and the month to choose it from. */
import { type CalendarDate, getLocalTimeZone, parseDate, today } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  Dialog,
  DialogTrigger,
  I18nProvider,
  Popover,
} from 'react-aria-components';
import { Button } from '../ui/Button.tsx';
import { DATE_LOCALE, sayDue } from '../ui/dates.ts';
import './DuePicker.css';

interface DuePickerProps {
  /** ISO date, or empty for none. */
  readonly due: string;
  readonly onChange: (due: string) => void;
}

export function DuePicker({ due, onChange }: DuePickerProps) {
  const [isOpen, setOpen] = useState(false);
  const choose = (next: string): void => {
    onChange(next);
    setOpen(false);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button look="word" className="due">
        {due === '' ? 'By when?' : `by ${sayDue(due)}`}
      </Button>
      <Popover className="menu due-month" placement="top start" offset={4}>
        <Dialog aria-label="By when">
          <I18nProvider locale={DATE_LOCALE}>
            <Calendar
              aria-label="By when"
              value={readDate(due)}
              minValue={today(getLocalTimeZone())}
              onChange={(date) => choose(date.toString())}
              autoFocus
            >
              <header>
                <Button look="icon" slot="previous">
                  <ChevronLeft size={20} strokeWidth={2} aria-hidden="true" />
                </Button>
                <CalendarHeading />
                <Button look="icon" slot="next">
                  <ChevronRight size={20} strokeWidth={2} aria-hidden="true" />
                </Button>
              </header>
              <CalendarGrid weekdayStyle="short">
                {(date) => <CalendarCell date={date} className="due-day" />}
              </CalendarGrid>
            </Calendar>
          </I18nProvider>
          {due === '' ? null : (
            <Button look="word" size="small" onPress={() => choose('')}>
              No date
            </Button>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** null for what is no date: a file may say anything. */
function readDate(iso: string): CalendarDate | null {
  try {
    return parseDate(iso);
  } catch {
    return null;
  }
}
