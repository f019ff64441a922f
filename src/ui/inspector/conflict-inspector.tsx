import { Button } from '@mantine/core';
import { IconFocus2, IconPrinter } from '@tabler/icons-react';
import type { FeatureRef, Finding } from '../../domain/conflict';
import { CommentsSection } from '../review/comments-section';
import { DecisionSection } from '../review/decision-section';
import { MatchSection } from '../review/match-section';
import { StepButtons } from '../review/step-buttons';
import { Citation } from '../panels/rules/citation';
import { CommandIcon } from '../shared/command-controls';
import { Afterwards } from '../shared/afterwards';
import layout from '../shared/layout.module.css';
import { objectUseWords } from '../shared/object-use';
import { AreaWords, Facts, Note, Section } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { ScreeningTag, SeverityTag, VerdictTag } from '../shared/tag';
import { useDistrictName, useRules } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { InspectorFrame } from './inspector-frame';
import classes from './inspector.module.css';

const EVIDENCE_SHOWN = 12;

/** One conflict: what was measured against what limit, by which rule, and who is concerned. */
export function ConflictInspector({ finding }: { finding: Finding }) {
  const text = useText();
  const { t, pick, formats } = text;
  const { session } = useStores();
  const districtName = useDistrictName();
  const { conflict, subjectName, objectName, objectUse, objectScheme, districtId, box } = finding;
  const entry = useRules().get(conflict.rule);
  const goTo = (ref: FeatureRef) => session.select({ kind: 'feature', ref });
  return (
    <InspectorFrame
      title={entry ? pick(entry.rule.title) : conflict.rule}
      sub={
        <span className={layout.row}>
          <SeverityTag severity={conflict.severity} />
          <VerdictTag verdict={conflict.verdict} />
          <ScreeningTag screening={conflict.screening} />
        </span>
      }
    >
      <div className={layout.toolbar}>
        <Button
          leftSection={<IconFocus2 size={14} aria-hidden="true" />}
          onClick={() => session.select({ kind: 'conflict', id: conflict.id }, { zoomTo: box })}
        >
          {t('inspector.zoom')}
        </Button>
        <StepButtons />
        <CommandIcon id="report-conflict">
          <IconPrinter size={16} aria-hidden="true" />
        </CommandIcon>
      </div>
      <Section title={t('inspector.measured')}>
        <Measured finding={finding} />
        <Facts
          items={[
            [t('rules.relation'), t(`relation.${conflict.relation}`)],
            [
              t('field.overlap'),
              conflict.overlapM2 === null ? null : <AreaWords areaM2={conflict.overlapM2} />,
            ],
            [
              t('field.object-share'),
              conflict.objectShare === null ? null : formats.percent(conflict.objectShare),
            ],
            [
              t('field.zone-share'),
              conflict.zoneShare === null ? null : formats.percent(conflict.zoneShare, 2),
            ],
            [
              t('field.shared-edge'),
              conflict.sharedEdgeM === null ? null : formats.metres(conflict.sharedEdgeM),
            ],
          ]}
        />
        {conflict.verdict === 'marginal' && <Note>{t('verdict.marginal.hint')}</Note>}
        {conflict.screening !== 'none' && <Note>{t(`screening.${conflict.screening}.hint`)}</Note>}
      </Section>
      <Afterwards>
        <DecisionSection conflict={conflict.id} />
        <MatchSection finding={finding} />
        <Section title={t('inspector.basis')}>
          {entry ? <Citation basis={entry.rule.basis} /> : <Note>{t('inspector.rule-gone')}</Note>}
        </Section>
        <CommentsSection conflict={conflict.id} />
        <Section title={t('inspector.parties')}>
          <Facts
            items={[
              [
                t(`layer.${conflict.subject.layer}`),
                <button
                  key="subject"
                  type="button"
                  className={classes.link}
                  onClick={() => goTo(conflict.subject)}
                >
                  {formats.aside(subjectName, conflict.subject.id)}
                </button>,
              ],
              [t('field.district'), districtName(districtId) ?? t('field.outside-districts')],
              [
                t(`layer.${conflict.object.layer}`),
                <button
                  key="object"
                  type="button"
                  className={classes.link}
                  onClick={() => goTo(conflict.object)}
                >
                  {formats.aside(objectName, conflict.object.id)}
                </button>,
              ],
              [
                t('field.use'),
                objectUse === null
                  ? null
                  : objectUseWords(text, conflict.object.layer, objectUse, objectScheme),
              ],
            ]}
          />
        </Section>
        <Section title={t('inspector.record')}>
          <Facts
            items={[
              [t('rules.id'), conflict.rule],
              [
                t('inspector.evidence'),
                <span key="evidence" className={classes.evidence} title={conflict.evidence}>
                  {conflict.evidence.slice(0, EVIDENCE_SHOWN)}
                </span>,
              ],
            ]}
          />
        </Section>
      </Afterwards>
    </InspectorFrame>
  );
}

/** Distance against limit, and by how much it falls short. */
function Measured({ finding }: { finding: Finding }) {
  const { t, formats } = useText();
  const { distanceM, thresholdM } = finding.conflict;
  if (thresholdM === null) {
    return (
      <p className={classes.measure} style={{ margin: '0 0 6px' }}>
        <span>{t('field.distance')}</span>
        <span className={classes.big}>{formats.metres(distanceM)}</span>
      </p>
    );
  }
  const short = thresholdM - distanceM;
  return (
    <p className={classes.measure} style={{ margin: '0 0 6px' }}>
      <span>{t('inspector.measured-distance')}</span>
      <span className={classes.big}>{formats.metres(distanceM)}</span>
      <span>{t('inspector.limit', { limit: formats.metres(thresholdM) })}</span>
      <span className={short > 0 ? layout.bad : layout.dim}>
        {t(short > 0 ? 'inspector.short-by' : 'inspector.beyond-by', {
          metres: formats.metres(Math.abs(short)),
        })}
      </span>
    </p>
  );
}
