/** A sheet laid over the whole window, with its heading rule. Esc, its cross, and pressing beside it close it. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button.tsx';
import { quietFocus } from './quietFocus.ts';
import './Overlay.css';

interface OverlayProps {
  readonly title: string;
  /** `strip` hangs at the top (find, palette) and shows no heading; `sheet` stands in the middle; `page` takes the room it can. */
  readonly shape?: 'strip' | 'sheet' | 'page';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Overlay({ title, shape = 'sheet', onClose, children }: OverlayProps) {
  // Whoever walked here with the keyboard finds the ring again where they left it.
  const [pressed] = useState(() => document.activeElement?.matches(':focus-visible') !== true);
  useEffect(() => () => (pressed ? quietFocus(document) : undefined), [pressed]);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={`veil veil-${shape}`}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`overlay overlay-${shape}`}>
        <Dialog className="overlay-dialog" aria-label={title}>
          {shape === 'strip' ? null : (
            <header className="overlay-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <Button look="icon" aria-label="Close" onPress={onClose}>
                <X size={22} strokeWidth={2} aria-hidden="true" />
              </Button>
            </header>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
