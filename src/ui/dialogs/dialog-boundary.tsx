import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

interface BoundaryProps {
  /** Another key is another dialog: what went wrong with the one before is over. */
  children: ReactNode;
}

interface BoundaryState {
  readonly error: Error | null;
}

/** Keeps what goes wrong in a dialog within it: the work behind it is untouched, and is told so. */
export class DialogBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    return error ? <BrokenDialog error={error} /> : this.props.children;
  }
}

function BrokenDialog({ error }: { error: Error }) {
  const { t } = useText();
  const { session, imports } = useStores();
  const details = `${error.name}: ${error.message}\n${error.stack ?? ''}`;
  const close = () => {
    imports.cancel();
    session.setState({ dialog: null });
  };
  return (
    <DialogFrame title={t('broken.title')} onClose={close}>
      <div className={classes.stack}>
        <div className={classes.alert} role="alert">
          {t('broken.text')}
        </div>
        <pre className={classes.brokenDetails} tabIndex={0} aria-label={t('broken.details')}>
          {details}
        </pre>
      </div>
      <div className={classes.actions}>
        <Button onClick={() => void navigator.clipboard.writeText(details).catch(() => undefined)}>
          {t('broken.copy')}
        </Button>
        <Button variant="filled" onClick={close}>
          {t('dialog.close')}
        </Button>
      </div>
    </DialogFrame>
  );
}
