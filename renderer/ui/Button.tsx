/** What can be pressed: an ink slab, an underlined word, or a drawing with its word said aloud. */

import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './Button.css';

type ButtonLook = 'slab' | 'word' | 'icon' | 'bare';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  readonly look?: ButtonLook;
  readonly size?: 'small' | 'normal' | 'large';
  readonly children: ReactNode;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** An `icon` needs an `aria-label`. */
export function Button({ look = 'slab', size = 'normal', className = '', ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={`button button-${look} button-${size} ${className}`} />;
}
