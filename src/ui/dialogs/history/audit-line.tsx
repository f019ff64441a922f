import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { AuditEntry } from '../../../domain/audit-entry';
import layout from '../../shared/layout.module.css';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { changeLines } from './change-lines';

/** Changed records of which before and after are told; an import may have thousands. */
const MOST_LINES = 50;

/** One transaction; opened, it tells what was there before and after. */
export function AuditLine({ entry }: { entry: AuditEntry }) {
  const text = useText();
  const { t, say, formats } = text;
  const [open, setOpen] = useState(false);
  const Icon = open ? IconChevronDown : IconChevronRight;
  const lines = open ? changeLines(entry.diff, text, MOST_LINES) : null;
  return (
    <li className={classes.auditItem}>
      <UnstyledButton className={classes.auditHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon size={14} aria-hidden="true" />
        <span className={layout.dim}>{entry.seq}</span>
        <span className={layout.nowrap}>{formats.time(entry.at)}</span>
        <span>{entry.actor === '' ? t('audit.nobody') : entry.actor}</span>
        <span style={{ flex: 1 }}>{say(entry.label)}</span>
      </UnstyledButton>
      {lines && (
        <ul className={classes.auditLines}>
          {lines.shown.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
          {lines.more > 0 && <li className={layout.dim}>{t('compare.unlisted', { n: lines.more })}</li>}
        </ul>
      )}
    </li>
  );
}
