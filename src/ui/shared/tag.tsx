import { Tooltip } from '@mantine/core';
import type { Conflict } from '../../domain/conflict';
import type { Basis, Screening, Severity } from '../../domain/rule';
import classes from './tag.module.css';
import { useText } from './use-text';

export type Tone =
  'prohibit' | 'restrict' | 'study' | 'notice' | 'warn' | 'bad' | 'info' | 'good' | 'outline';

/** A small label; its colour only repeats what its words say. */
export function Tag({ tone, children, hint }: { tone: Tone; children: string; hint?: string }) {
  const tag = <span className={`${classes.tag} ${classes[tone] ?? ''}`}>{children}</span>;
  return hint === undefined ? (
    tag
  ) : (
    <Tooltip label={hint} multiline w={280}>
      {tag}
    </Tooltip>
  );
}

export function SeverityTag({ severity }: { severity: Severity }) {
  const { t } = useText();
  return <Tag tone={severity}>{t(`severity.${severity}`)}</Tag>;
}

export function VerdictTag({ verdict }: { verdict: Conflict['verdict'] }) {
  const { t } = useText();
  return verdict === 'marginal' ? (
    <Tag tone="warn" hint={t('verdict.marginal.hint')}>
      {t('verdict.marginal')}
    </Tag>
  ) : (
    <Tag tone="outline">{t('verdict.conflict')}</Tag>
  );
}

/** 初筛: says that the check is not the rule's own measure; nothing where it is. */
export function ScreeningTag({ screening }: { screening: Screening }) {
  const { t } = useText();
  return screening === 'none' ? null : (
    <Tag tone="warn" hint={t(`screening.${screening}.hint`)}>
      {t(`screening.${screening}`)}
    </Tag>
  );
}

/** How far the source of a rule was read, and whether it is law at all. */
export function BasisTags({ basis }: { basis: Basis }) {
  const { t } = useText();
  return (
    <>
      {basis.kind === 'office' && <Tag tone="info">{t('basis.office.badge')}</Tag>}
      <Tag
        tone={basis.confidence === 'full-text' ? 'outline' : 'warn'}
        hint={t(`confidence.${basis.confidence}.hint`)}
      >
        {t(`confidence.${basis.confidence}`)}
      </Tag>
    </>
  );
}
