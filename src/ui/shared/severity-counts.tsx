import { useMemo } from 'react';
import type { Finding } from '../../domain/conflict';
import { SEVERITIES } from '../../domain/rule';
import { countBySeverity } from '../panels/conflicts/conflict-filter';
import layout from './layout.module.css';
import { Tag } from './tag';
import { useText } from './use-text';

/** How many conflicts there are of each severity, and how many marginal ones. */
export function SeverityCountTags({ findings }: { findings: readonly Finding[] }) {
  const { t } = useText();
  const counts = useMemo(() => countBySeverity(findings), [findings]);
  return (
    <span className={layout.row}>
      {SEVERITIES.map((severity) => (
        <Tag key={severity} tone={counts[severity] > 0 ? severity : 'outline'}>
          {`${t(`severity.${severity}`)} ${counts[severity]}`}
        </Tag>
      ))}
      <Tag
        tone={counts.marginal > 0 ? 'warn' : 'outline'}
      >{`${t('verdict.marginal.short')} ${counts.marginal}`}</Tag>
    </span>
  );
}
