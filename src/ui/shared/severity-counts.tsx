import type { FindingCounts } from '../../domain/analysis';
import { SEVERITIES } from '../../domain/rule';
import layout from './layout.module.css';
import { Tag } from './tag';
import { useText } from './use-text';

/** How many conflicts there are of each severity, and how many marginal ones. */
export function SeverityCountTags({ counts }: { counts: FindingCounts }) {
  const { t } = useText();
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
