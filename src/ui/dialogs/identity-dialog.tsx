import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { reviewRolesOf } from '../../domain/plan';
import { useStores } from '../shared/stores-context';
import { usePlan } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

/** Who works here, asked once: decisions and history are signed with it. Nothing checks it. */
export function IdentityDialog({ then }: { then: (() => void) | null }) {
  const { t, word } = useText();
  const { session } = useStores();
  const roles = reviewRolesOf(usePlan());
  const [name, setName] = useState(session.getState().actor);
  const [role, setRole] = useState(session.getState().role);
  const known = roles.some(({ id }) => id === role) ? role : '';
  const isWhole = name.trim() !== '' && (roles.length === 0 || known !== '');
  return (
    <DialogFrame title={t('identity.title')} size={420}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWhole) return;
          session.setState({ actor: name.trim(), role: known, dialog: null });
          then?.();
        }}
      >
        <div className={classes.stack}>
          <p className={classes.text}>{t('identity.text')}</p>
          <TextInput
            data-autofocus
            label={t('identity.name')}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {roles.length > 0 && (
            <NativeSelect
              label={t('identity.role')}
              required
              value={known}
              data={[
                { value: '', label: t('identity.choose-role') },
                ...roles.map(({ id }) => ({ value: id, label: word('role', id) })),
              ]}
              onChange={(event) => setRole(event.currentTarget.value)}
            />
          )}
        </div>
        <div className={classes.actions}>
          <Button onClick={() => session.setState({ dialog: null })}>{t('dialog.cancel')}</Button>
          <Button variant="filled" type="submit" disabled={!isWhole}>
            {t('dialog.apply')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}
