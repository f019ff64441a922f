import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';

interface DialogFrameProps {
  title: string;
  size?: number | string;
  /** Besides closing the dialog. */
  onClose?: () => void;
  children: ReactNode;
}

/** A dialog with its title and a way out: button, Escape, or a click beside it. */
export function DialogFrame({ title, size = 560, onClose, children }: DialogFrameProps) {
  const { t } = useText();
  const { session } = useStores();
  const close = () => {
    onClose?.();
    session.setState({ dialog: null });
  };
  return (
    <Modal
      opened
      onClose={close}
      title={title}
      size={size}
      centered
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
      styles={{ title: { fontWeight: 600, fontSize: 15 }, body: { paddingTop: 4 } }}
    >
      {children}
    </Modal>
  );
}
