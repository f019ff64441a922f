import { useCallback, useMemo } from 'react';
import type { Conflict, FeatureRef } from '../../domain/conflict';
import { InaccurateNote } from '../shared/inaccurate-note';
import { Note, Section } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { SeverityTag, VerdictTag } from '../shared/tag';
import { useFindings, useRules, useUnlisted } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import classes from './inspector.module.css';

const MOST_SHOWN = 200;

function isOf({ subject, object }: Conflict, ref: FeatureRef): boolean {
  return (
    (subject.layer === ref.layer && subject.id === ref.id) ||
    (object.layer === ref.layer && object.id === ref.id)
  );
}

/** The conflicts in which a feature has a part; each leads to the conflict. */
export function ConflictsOf({ feature }: { feature: FeatureRef }) {
  const { t, pick, formats } = useText();
  const { session } = useStores();
  const rules = useRules();
  const listed = useFindings();
  const unlisted = useUnlisted();
  const isAbout = useCallback((conflict: Conflict) => isOf(conflict, feature), [feature]);
  const findings = useMemo(() => listed.filter(({ conflict }) => isAbout(conflict)), [listed, isAbout]);
  return (
    <Section
      title={t('panel.conflicts')}
      aside={t(unlisted > 0 ? 'unit.items.at-least' : 'unit.items', { n: findings.length })}
    >
      <InaccurateNote isAbout={isAbout} />
      {findings.length === 0 && unlisted === 0 && <Note>{t('checked.clear')}</Note>}
      {unlisted > 0 && <Note>{t('conflicts.of.unlisted')}</Note>}
      {findings.slice(0, MOST_SHOWN).map(({ conflict, subjectName, objectName, box }) => {
        const entry = rules.get(conflict.rule);
        const other =
          conflict.subject.id === feature.id && conflict.subject.layer === feature.layer
            ? objectName
            : subjectName;
        return (
          <button
            key={conflict.id}
            type="button"
            className={classes.conflict}
            onClick={() => session.select({ kind: 'conflict', id: conflict.id }, { zoomTo: box })}
          >
            {conflict.verdict === 'marginal' ? (
              <VerdictTag verdict="marginal" />
            ) : (
              <SeverityTag severity={conflict.severity} />
            )}
            <span className={classes.ellipsis}>
              {other} · {entry ? pick(entry.rule.title) : conflict.rule}
            </span>
            <span>{formats.metres(conflict.distanceM)}</span>
          </button>
        );
      })}
    </Section>
  );
}
