import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Finding } from '../../../domain/conflict';
import { useStores } from '../../shared/stores-context';
import { useRules } from '../../shared/use-plan';
import { ScreeningTag, SeverityTag, Tag, VerdictTag } from '../../shared/tag';
import { useText } from '../../shared/use-text';
import { objectUseWords } from '../../shared/object-use';
import type { DataColumn } from '../../table/use-table-order';
import { ReviewTag } from '../../shared/review-tag';
import { reviewRank, severityRank } from './conflict-filter';

/** Columns of the table of conflicts, in the user's language. */
export function useConflictColumns(): readonly DataColumn<Finding>[] {
  const measures = useMeasureColumns();
  const state = useStateColumn();
  return useMemo(() => {
    const [severity, ...others] = measures;
    return severity ? [severity, state, ...others] : [state];
  }, [measures, state]);
}

/** 核查: where a conflict stands in its review. Sorted anew with every decision. */
function useStateColumn(): DataColumn<Finding> {
  const { t, language } = useText();
  const standings = useStore(useStores().review, (state) => state.standings);
  return useMemo<DataColumn<Finding>>(
    () => ({
      id: 'state',
      header: t('review.state'),
      width: language === 'zh' ? 74 : 84,
      value: ({ conflict }) => reviewRank(standings.get(conflict.id)),
      render: ({ conflict }) => <ReviewTag standing={standings.get(conflict.id) ?? null} />,
    }),
    [t, language, standings],
  );
}

/** What was measured of whom. */
function useMeasureColumns(): readonly DataColumn<Finding>[] {
  const text = useText();
  const rules = useRules();
  return useMemo<DataColumn<Finding>[]>(() => {
    const { t, word, formats, language, pick } = text;
    const titleOf = ({ conflict }: Finding) => {
      const entry = rules.get(conflict.rule);
      return entry ? pick(entry.rule.title) : conflict.rule;
    };
    const objectText = ({ objectName, objectUse, objectScheme, conflict }: Finding) => {
      return objectUse === null
        ? objectName
        : `${objectName} · ${objectUseWords(text, conflict.object.layer, objectUse, objectScheme)}`;
    };
    return [
      {
        id: 'severity',
        header: t('field.severity'),
        // Two tags side by side; English words are longer.
        width: language === 'zh' ? 90 : 134,
        value: (finding) => severityRank(finding.conflict.severity),
        render: (finding) => (
          <>
            <SeverityTag severity={finding.conflict.severity} />{' '}
            {finding.conflict.verdict === 'marginal' && <Tag tone="warn">{t('verdict.marginal.short')}</Tag>}
          </>
        ),
      },
      {
        id: 'school',
        header: t('field.site'),
        width: 84,
        grow: true,
        value: (finding) => finding.subjectName,
        render: (finding) => finding.subjectName,
        title: (finding) => formats.aside(finding.subjectName, finding.conflict.subject.id),
      },
      {
        id: 'object',
        header: t('field.object'),
        width: 84,
        grow: true,
        value: objectText,
        render: objectText,
        title: (finding) => formats.aside(objectText(finding), word('layer', finding.conflict.object.layer)),
      },
      {
        id: 'rule',
        header: t('field.rule'),
        width: 92,
        grow: true,
        value: titleOf,
        render: titleOf,
        title: (finding) => formats.aside(titleOf(finding), finding.conflict.rule),
      },
      {
        id: 'distance',
        header: t('field.distance'),
        width: 72,
        align: 'right',
        value: (finding) => finding.conflict.distanceM,
        render: (finding) => formats.metres(finding.conflict.distanceM),
      },
      {
        id: 'overlap',
        header: t('field.overlap'),
        hint: t('field.overlap.hint'),
        width: 74,
        align: 'right',
        value: (finding) => finding.conflict.overlapM2,
        render: (finding) => formats.squareMetres(finding.conflict.overlapM2),
        title: (finding) => formats.area(finding.conflict.overlapM2),
      },
      {
        id: 'share',
        header: t('field.object-share'),
        hint: t('field.object-share.hint'),
        width: 72,
        align: 'right',
        value: (finding) => finding.conflict.objectShare,
        render: (finding) => formats.percent(finding.conflict.objectShare),
      },
      {
        id: 'threshold',
        header: t('field.threshold'),
        width: 62,
        align: 'right',
        value: (finding) => finding.conflict.thresholdM,
        render: (finding) => formats.metres(finding.conflict.thresholdM, 0),
      },
      {
        id: 'verdict',
        header: t('field.verdict'),
        width: 104,
        value: (finding) => finding.conflict.verdict,
        render: (finding) => <VerdictTag verdict={finding.conflict.verdict} />,
      },
      {
        id: 'screening',
        header: t('field.screening'),
        hint: t('screening.hint'),
        width: 84,
        value: (finding) => finding.conflict.screening,
        render: (finding) => <ScreeningTag screening={finding.conflict.screening} />,
      },
    ];
  }, [text, rules]);
}
