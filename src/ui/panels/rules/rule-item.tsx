import { NativeSelect, Switch } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useCallback, useId, useState } from 'react';
import { setRuleDistance, setRuleSeverity, toggleRule } from '../../../commands/edit-rules';
import { SEVERITIES, type Rule, type RulePack, type Severity } from '../../../domain/rule';
import type { Conflict } from '../../../domain/conflict';
import { CommitNumber } from '../../shared/commit-input';
import { InaccurateNote } from '../../shared/inaccurate-note';
import layout from '../../shared/layout.module.css';
import { Facts } from '../../shared/section';
import { ScreeningTag, SeverityTag } from '../../shared/tag';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import { Citation } from './citation';
import { RuleExamples } from './rule-examples';
import classes from './rules.module.css';

const LARGEST_DISTANCE_M = 50_000;

/** One rule: on or off, and behind its title everything that it says and what it rests on. */
export function RuleItem({
  rule,
  pack,
  conflicts,
}: {
  rule: Rule;
  pack: RulePack;
  conflicts: number | null;
}) {
  const { t, pick, formats } = useText();
  const stores = useStores();
  const id = useId();
  const [open, setOpen] = useState(false);
  const enabled = rule.enabled ?? true;
  const title = pick(rule.title);
  return (
    <div className={classes.rule}>
      <div className={classes.head}>
        <Switch
          size="xs"
          checked={enabled}
          aria-label={t('rules.enable', { rule: title })}
          onChange={(event) => toggleRule(stores, pack.id, rule.id, event.currentTarget.checked)}
        />
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {open ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          <span className={`${classes.title} ${enabled ? '' : classes.off}`}>{title}</span>
        </button>
        {rule.test.relation === 'within-distance' && (
          <span className={layout.dim}>{formats.metres(rule.test.distanceM, 0)}</span>
        )}
        <SeverityTag severity={rule.severity} />
        <span
          className={conflicts ? layout.bad : layout.dim}
          title={t('rules.conflict-count')}
          style={{ minWidth: 28, textAlign: 'end' }}
        >
          {conflicts ?? '—'}
        </span>
      </div>
      {open && (
        <div className={classes.detail} id={id}>
          <RuleDetail rule={rule} pack={pack} />
        </div>
      )}
    </div>
  );
}

function RuleDetail({ rule, pack }: { rule: Rule; pack: RulePack }) {
  const { t, word } = useText();
  const stores = useStores();
  const { subject, object, test, measure } = rule;
  const isAbout = useCallback((conflict: Conflict) => conflict.rule === rule.id, [rule.id]);
  const words = (area: string, values: readonly string[]) =>
    values.map((value) => word(area, value)).join(t('list.comma'));
  const setDistance = (distanceM: number | null) => {
    if (distanceM !== null) setRuleDistance(stores, pack.id, rule.id, distanceM);
  };
  return (
    <>
      <InaccurateNote isAbout={isAbout} />
      <Citation basis={rule.basis} />
      <div className={classes.fields}>
        {test.relation === 'within-distance' && (
          <CommitNumber
            label={t('rules.distance')}
            w={130}
            unit="m"
            min={0.01}
            max={LARGEST_DISTANCE_M}
            value={test.distanceM}
            onCommit={setDistance}
          />
        )}
        <NativeSelect
          label={t('field.severity')}
          w={130}
          value={rule.severity}
          data={SEVERITIES.map((severity) => ({ value: severity, label: t(`severity.${severity}`) }))}
          onChange={(event) =>
            setRuleSeverity(stores, pack.id, rule.id, event.currentTarget.value as Severity)
          }
        />
      </div>
      <Facts
        items={[
          [
            t('rules.subject'),
            `${word('layer', subject.layer)}${subject.stages ? ` · ${words('stage', subject.stages)}` : ''}`,
          ],
          [
            t('field.status'),
            subject.statuses
              ? words('status', subject.statuses)
              : subject.layer === 'parcels'
                ? null
                : t('rules.all-but-proposed'),
          ],
          [
            t('rules.object'),
            `${word('layer', object.layer)}${object.where ? ` · ${t('rules.filtered')}` : ''}`,
          ],
          [t('rules.relation'), t(`relation.${test.relation}`)],
          [
            t('rules.measure'),
            t('rules.measure.from-to', { from: t(`datum.${measure.from}`), to: t(`datum.${measure.to}`) }),
          ],
          [t('rules.id'), rule.id],
        ]}
      />
      {measure.screening !== 'none' && (
        <div className={layout.row}>
          <ScreeningTag screening={measure.screening} />
          <span>{t(`screening.${measure.screening}.hint`)}</span>
        </div>
      )}
      <RuleExamples rule={rule} />
    </>
  );
}
