import { useMemo } from 'react';
import { ScreeningTag, SeverityTag, Tag, VerdictTag } from '../../shared/tag';
import { useText } from '../../shared/use-text';
import { objectUseWords } from '../../shared/object-use';
import type { DataColumn } from '../../table/use-sorted-rows';
import { severityRank, type ConflictRow } from './conflict-filter';

/** Columns of the table of conflicts, in the user's language. */
export function useConflictColumns(): readonly DataColumn<ConflictRow>[] {
  const text = useText();
  return useMemo<DataColumn<ConflictRow>[]>(() => {
    const { t, word, formats, language } = text;
    const objectText = ({ finding }: ConflictRow) => {
      const { objectName, objectUse, objectScheme, conflict } = finding;
      return objectUse === null
        ? objectName
        : `${objectName} · ${objectUseWords(text, conflict.object.layer, objectUse, objectScheme)}`;
    };
    return [
      {
        id: 'severity',
        header: t('field.severity'),
        // Two tags side by side; English words are longer.
        width: language === 'zh' ? 94 : 134,
        value: ({ finding }) => severityRank(finding.conflict.severity),
        render: ({ finding }) => (
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
        value: ({ finding }) => finding.subjectName,
        render: ({ finding }) => finding.subjectName,
        title: ({ finding }) => `${finding.subjectName} (${finding.conflict.subject.id})`,
      },
      {
        id: 'object',
        header: t('field.object'),
        width: 92,
        grow: true,
        value: objectText,
        render: objectText,
        title: (row) => `${objectText(row)} (${word('layer', row.finding.conflict.object.layer)})`,
      },
      {
        id: 'rule',
        header: t('field.rule'),
        width: 108,
        grow: true,
        value: ({ ruleTitle }) => ruleTitle,
        render: ({ ruleTitle }) => ruleTitle,
        title: ({ ruleTitle, finding }) => `${ruleTitle} (${finding.conflict.rule})`,
      },
      {
        id: 'distance',
        header: t('field.distance'),
        width: 72,
        align: 'right',
        value: ({ finding }) => finding.conflict.distanceM,
        render: ({ finding }) => formats.metres(finding.conflict.distanceM),
      },
      {
        id: 'overlap',
        header: t('field.overlap'),
        hint: t('field.overlap.hint'),
        width: 74,
        align: 'right',
        value: ({ finding }) => finding.conflict.overlapM2,
        render: ({ finding }) => formats.squareMetres(finding.conflict.overlapM2),
        title: ({ finding }) => formats.area(finding.conflict.overlapM2),
      },
      {
        id: 'share',
        header: t('field.object-share'),
        hint: t('field.object-share.hint'),
        width: 72,
        align: 'right',
        value: ({ finding }) => finding.conflict.objectShare,
        render: ({ finding }) => formats.percent(finding.conflict.objectShare),
      },
      {
        id: 'threshold',
        header: t('field.threshold'),
        width: 62,
        align: 'right',
        value: ({ finding }) => finding.conflict.thresholdM,
        render: ({ finding }) => formats.metres(finding.conflict.thresholdM, 0),
      },
      {
        id: 'verdict',
        header: t('field.verdict'),
        width: 104,
        value: ({ finding }) => finding.conflict.verdict,
        render: ({ finding }) => <VerdictTag verdict={finding.conflict.verdict} />,
      },
      {
        id: 'screening',
        header: t('field.screening'),
        hint: t('screening.hint'),
        width: 84,
        value: ({ finding }) => finding.conflict.screening,
        render: ({ finding }) => <ScreeningTag screening={finding.conflict.screening} />,
      },
    ];
  }, [text]);
}
