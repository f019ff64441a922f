import { APPRAISAL_OUTCOMES, type Appraisal, type AppraisalOutcome } from '../../../domain/appraisal';
import { EmptyState, Note, Section } from '../../shared/section';
import { useText } from '../../shared/use-text';
import classes from './appraisal.module.css';
import { RuleResult } from './rule-result';
import { useShownRules, type ShownRule } from './use-shown-rules';

const LISTED = APPRAISAL_OUTCOMES.filter((outcome) => outcome !== 'not-concerned');

/** Every rule about parcels, by what it says of the land: failed first, what does not apply folded away. */
export function RulesSection({ appraisal }: { appraisal: Appraisal }) {
  const { t } = useText();
  const { shown, leftOut } = useShownRules(appraisal);
  const of = (outcome: AppraisalOutcome) => shown.filter(({ result }) => result.outcome === outcome);
  const unconcerned = of('not-concerned');
  return (
    <Section title={t('appraisal.rules')} aside={t('unit.items', { n: shown.length - unconcerned.length })}>
      {appraisal.rules.length === 0 && (
        <EmptyState title={t('appraisal.no-rules')} text={t('appraisal.no-rules.text')} />
      )}
      {LISTED.map((outcome) => (
        <OutcomeGroup key={outcome} outcome={outcome} rules={of(outcome)} />
      ))}
      {unconcerned.length > 0 && (
        <details className={classes.others}>
          <summary>
            {t('appraisal.not-concerned')} ({unconcerned.length})
          </summary>
          {unconcerned.map((rule) => (
            <RuleResult key={keyOf(rule)} rule={rule} />
          ))}
        </details>
      )}
      {appraisal.otherRules > 0 && <Note>{t('appraisal.others', { n: appraisal.otherRules })}</Note>}
      {leftOut > 0 && <Note>{t('appraisal.left-out', { n: leftOut })}</Note>}
    </Section>
  );
}

function OutcomeGroup({ outcome, rules }: { outcome: AppraisalOutcome; rules: readonly ShownRule[] }) {
  const { t } = useText();
  if (rules.length === 0) return null;
  const title = t(outcome === 'clear' ? 'outcome.clear.scope' : `outcome.${outcome}`);
  return (
    <section aria-label={title}>
      <h3 className={classes.outcome}>
        {title} · {t('unit.items', { n: rules.length })}
      </h3>
      {rules.map((rule) => (
        <RuleResult key={keyOf(rule)} rule={rule} />
      ))}
    </section>
  );
}

function keyOf({ result: { rule, side } }: ShownRule): string {
  return `${side} ${rule}`;
}
