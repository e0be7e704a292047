/** A short list of words behind three dots. */
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover, type PopoverProps } from 'react-aria-components';
import { Button } from './Button.tsx';
import './PopMenu.css';

interface PopMenuItem {
  readonly title: string;
  readonly run: () => void;
  readonly icon?: ReactNode;
  readonly after?: ReactNode;
  readonly disabled?: boolean;
}

interface PopMenuProps {
  /** Said by screen readers: "What to do with Forty Degrees". */
  readonly label: string;
  readonly items: readonly PopMenuItem[];
  readonly className?: string;
  readonly placement?: PopoverProps['placement'];
  /** What is pressed, instead of the three dots. */
  readonly children?: ReactNode;
}

export function PopMenu({ label, items, className = '', placement = 'bottom end', children }: PopMenuProps) {
  return (
    <MenuTrigger>
      {children === undefined ? (
        <Button look="icon" className={className} aria-label={label}>
          <Ellipsis size={20} aria-hidden="true" />
        </Button>
      ) : (
        <Button look="bare" className={className} aria-label={label}>
          {children}
        </Button>
      )}
      <Popover className="menu" placement={placement} offset={0}>
        <Menu aria-label={label}>
          {items.map(({ title, run, icon, after, disabled = false }) => (
            <MenuItem
              key={title}
              className="menu-item"
              textValue={title}
              isDisabled={disabled}
              onAction={() => afterClosing(run)}
            >
              {icon}
              <span>{title}</span>
              {after}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The menu gives the focus back as it closes: what was chosen begins after that, or it would lose it again. */
function afterClosing(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(run)));
}
