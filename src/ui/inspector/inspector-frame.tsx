import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import classes from './inspector.module.css';

/** Head and body of the inspector; closing it gives up the selection. */
export function InspectorFrame({
  title,
  sub,
  children,
}: {
  title: string;
  sub: ReactNode;
  children: ReactNode;
}) {
  const { t } = useText();
  const { session } = useStores();
  return (
    <div className={classes.inspector}>
      <div className={classes.head}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <h2 className={classes.title}>{title}</h2>
          <div className={classes.sub}>{sub}</div>
        </div>
        <CloseButton size="sm" aria-label={t('inspector.close')} onClick={() => session.select(null)} />
      </div>
      <div className={classes.body} tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
    </div>
  );
}
