import { Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../shared/stores-context';
import { useCommand } from '../shared/use-command';
import { useText } from '../shared/use-text';
import classes from './review.module.css';

const NONE: readonly string[] = [];

/** To the conflicts before and after in the order of the table. */
export function StepButtons() {
  const { t, formats } = useText();
  const { session } = useStores();
  const selected = useStore(session, ({ selection }) =>
    selection?.kind === 'conflict' ? selection.id : null,
  );
  const order = useStore(session, ({ conflictOrder }) => conflictOrder ?? NONE);
  // Found once, not with every move of the pointer: there may be tens of thousands.
  const place = useMemo(() => (selected === null ? -1 : order.indexOf(selected)), [order, selected]);
  const previous = useCommand('previous-conflict');
  const next = useCommand('next-conflict');
  return (
    <div className={classes.row} style={{ marginInlineStart: 'auto' }}>
      {place >= 0 && (
        <span className={classes.dim}>
          {formats.number(place + 1)} / {formats.number(order.length)}
        </span>
      )}
      <Button
        aria-label={t('review.previous')}
        title={previous.tooltip}
        disabled={previous.disabled !== null}
        onClick={previous.run}
      >
        <IconChevronLeft size={14} aria-hidden="true" />
      </Button>
      <Button
        aria-label={t('review.next')}
        title={next.tooltip}
        disabled={next.disabled !== null}
        onClick={next.run}
      >
        <IconChevronRight size={14} aria-hidden="true" />
      </Button>
    </div>
  );
}
