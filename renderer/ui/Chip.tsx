/** A call number on the stock of its tree: how an idea is spoken of outside the board. */
import type { Ink, SheetInk } from '../../shared/model/layout.ts';
import './Chip.css';

interface ChipProps {
  readonly label: string;
  readonly ink: SheetInk;
  readonly ink2?: Ink | null;
  readonly big?: boolean;
}

export function Chip({ label, ink, ink2 = null, big = false }: ChipProps) {
  return (
    <b className={big ? 'chip chip-big' : 'chip'} data-ink={ink} data-ink2={ink2 ?? undefined}>
      {label}
    </b>
  );
}
