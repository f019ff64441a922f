import { useStore } from 'zustand';
import type { RuleCheck } from '../../../domain/conflict';
import layout from '../../shared/layout.module.css';
import { EmptyState } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { Tag } from '../../shared/tag';
import { useRules } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { outcomeOf, type Outcome } from '../../../domain/check-outcome';

/** 已检查: every rule that was evaluated, found clear, could not decide or could not run. */
export function CheckedList() {
  const { t, pick, word } = useText();
  const checked = useStore(useStores().analysis, (state) => state.analysis?.checked);
  const rules = useRules();
  if (!checked) return <EmptyState title={t('overview.computing')} />;
  if (checked.length === 0) return <EmptyState title={t('checked.none')} text={t('checked.none.text')} />;
  return (
    <div className={layout.scroll} tabIndex={0} role="region" aria-label={t('conflicts.tab.checked')}>
      <table className={layout.table}>
        <thead>
          <tr>
            <th scope="col">{t('field.rule')}</th>
            <th scope="col" className={layout.num} title={t('checked.pairs.hint')}>
              {t('checked.pairs')}
            </th>
            <th scope="col">{t('checked.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {checked.map((check) => {
            const entry = rules.get(check.rule);
            const outcome = outcomeOf(check, entry?.rule);
            return (
              <tr key={check.rule}>
                <th scope="row">{entry ? pick(entry.rule.title) : check.rule}</th>
                <td className={layout.num}>
                  {check.subjects} × {check.objects}
                </td>
                <td>
                  <OutcomeWords
                    check={check}
                    outcome={outcome}
                    layer={word('layer', check.missingLayer ?? '')}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function OutcomeWords({ check, outcome, layer }: { check: RuleCheck; outcome: Outcome; layer: string }) {
  const { t } = useText();
  switch (outcome) {
    case 'missing-layer':
      return <Tag tone="warn">{t('checked.missing-layer', { layer })}</Tag>;
    case 'conflicts':
    case 'marginal':
      return (
        <span className={layout.nowrap}>
          {check.conflicts > 0 && <Tag tone="bad">{t('checked.conflicts', { n: check.conflicts })}</Tag>}{' '}
          {check.marginal > 0 && <Tag tone="warn">{t('checked.marginal', { n: check.marginal })}</Tag>}
        </span>
      );
    case 'undecided':
      return (
        <Tag tone="warn" hint={t('screening.under.hint')}>
          {t('checked.undecided')}
        </Tag>
      );
    case 'nothing-to-check':
      return <span className={layout.dim}>{t('checked.nothing-to-check')}</span>;
    case 'clear':
      return <span className={layout.dim}>{t('checked.clear')}</span>;
  }
}
