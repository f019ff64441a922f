import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import layout from '../../shared/layout.module.css';
import { EmptyState } from '../../shared/section';
import { Tag } from '../../shared/tag';
import { useText } from '../../shared/use-text';
import classes from './compare.module.css';
import type { DifferenceRow } from './difference-rows';
import { useMapTarget } from './use-map-target';

/** Lines that are shown at once. */
const PAGE = 200;

interface DifferenceListProps {
  label: string;
  rows: readonly DifferenceRow[];
  /** How many there are beside the rows, of which only the number is known. */
  unlisted?: number;
  empty: string;
}

/** What differs, a line each; a click goes to it on the map. */
export function DifferenceList({ label, rows, unlisted = 0, empty }: DifferenceListProps) {
  const { t } = useText();
  const [shown, setShown] = useState(PAGE);
  const show = useMapTarget();
  if (rows.length === 0) return <EmptyState title={t('compare.nothing')} text={empty} />;
  const more = Math.min(PAGE, rows.length - shown);
  return (
    <>
      <ul className={classes.list} aria-label={label} tabIndex={0}>
        {rows.slice(0, shown).map(({ key, change, tone, kind, name, detail, target }) => (
          <li key={key} className={classes.line}>
            <Tag tone={tone}>{change}</Tag>
            {kind !== '' && <span className={layout.dim}>{kind}</span>}
            {target ? (
              <UnstyledButton
                className={classes.name}
                aria-label={t('compare.show', { name })}
                onClick={() => show(target)}
              >
                {name}
              </UnstyledButton>
            ) : (
              <span className={classes.plainName}>{name}</span>
            )}
            <span className={classes.detail}>{detail}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button mt={8} onClick={() => setShown(shown + PAGE)}>
          {t('compare.more', { n: more })}
        </Button>
      )}
      {unlisted > 0 && <p className={classes.unlisted}>{t('compare.unlisted', { n: unlisted })}</p>}
    </>
  );
}
