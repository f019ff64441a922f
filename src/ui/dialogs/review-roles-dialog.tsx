import { Button, CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { setReviewRoles } from '../../commands/review';
import { DECISION_VERDICTS, type DecisionVerdict } from '../../domain/decision';
import { reviewRolesOf } from '../../domain/plan';
import { USUAL_ROLES, type ReviewRole } from '../../domain/review-role';
import review from '../review/review.module.css';
import { useStores } from '../shared/stores-context';
import { usePlan } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

/** 审查角色: the steps of the office's review, and which decisions each may give. */
export function ReviewRolesDialog() {
  const { t, word } = useText();
  const stores = useStores();
  const [roles, setRoles] = useState<readonly ReviewRole[]>(reviewRolesOf(usePlan()));
  const change = (at: number, role: ReviewRole) =>
    setRoles(roles.map((each, index) => (index === at ? role : each)));
  const close = () => stores.session.setState({ dialog: null });
  return (
    <DialogFrame title={t('roles.title')} size={860}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (
            setReviewRoles(
              stores,
              roles.map(({ id, may }) => ({ id: id.trim(), may })),
            ).ok
          )
            close();
        }}
      >
        <p className={classes.text}>{t('roles.text')}</p>
        <table className={review.roles}>
          <thead>
            <tr>
              <th scope="col">{t('roles.name')}</th>
              {DECISION_VERDICTS.map((verdict) => (
                <th key={verdict} scope="col">
                  {t(`decision.${verdict}`)}
                </th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {roles.map((role, at) => (
              <tr key={at}>
                <td>
                  <RoleName role={role} onChange={(id) => change(at, { ...role, id })} />
                </td>
                {DECISION_VERDICTS.map((verdict) => (
                  <td key={verdict}>
                    <input
                      type="checkbox"
                      aria-label={t('roles.may', { role: role.id, verdict })}
                      checked={role.may.includes(verdict)}
                      onChange={() => change(at, { ...role, may: toggled(role.may, verdict) })}
                    />
                  </td>
                ))}
                <td>
                  <CloseButton
                    size="xs"
                    aria-label={t('roles.remove', { name: word('role', role.id) })}
                    onClick={() => setRoles(roles.filter((_each, index) => index !== at))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className={classes.actions}>
          <Button onClick={() => setRoles([...roles, { id: '', may: [] }])}>{t('roles.add')}</Button>
          <Button mr="auto" onClick={() => setRoles(USUAL_ROLES)}>
            {t('roles.usual')}
          </Button>
          <Button onClick={close}>{t('dialog.cancel')}</Button>
          <Button variant="filled" type="submit">
            {t('dialog.apply')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}

/** A usual role by its word, which is no name of its own; another as it is called. */
function RoleName({ role, onChange }: { role: ReviewRole; onChange: (id: string) => void }) {
  const { t, word } = useText();
  if (USUAL_ROLES.some(({ id }) => id === role.id)) return <>{word('role', role.id)}</>;
  return (
    <TextInput
      aria-label={t('roles.name')}
      value={role.id}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function toggled(may: readonly DecisionVerdict[], verdict: DecisionVerdict): readonly DecisionVerdict[] {
  return DECISION_VERDICTS.filter((each) => may.includes(each) !== (each === verdict));
}
