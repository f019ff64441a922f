import type { Decision } from '../../domain/decision';
import { CommentsSection } from '../review/comments-section';
import { DecisionSection } from '../review/decision-section';
import { SuccessorSection } from '../review/match-section';
import { Facts, Note, Section } from '../shared/section';
import { Tag } from '../shared/tag';
import { useRules, useSideName } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { InspectorFrame } from './inspector-frame';

/** 已消除: a conflict that is there no more, as its last decision saw it, with its whole history. */
export function GoneInspector({ conflict, decision }: { conflict: string; decision: Decision }) {
  const { t, pick, formats } = useText();
  const rules = useRules();
  const sideName = useSideName();
  const { about, measured } = decision;
  const entry = about && rules.get(about.rule);
  return (
    <InspectorFrame
      title={entry ? pick(entry.rule.title) : (about?.rule ?? conflict)}
      sub={<Tag tone="outline">{t('decision-state.gone')}</Tag>}
    >
      <Section title={t('inspector.measured')}>
        <Note>{t('review.gone.text')}</Note>
        <Facts
          items={[
            ...(about
              ? ([
                  [
                    t(`layer.${about.subject.layer}`),
                    formats.aside(sideName(about.subject), about.subject.id),
                  ],
                  [t(`layer.${about.object.layer}`), sideName(about.object)],
                ] as const)
              : []),
            [t('field.distance'), measured.distanceM === null ? null : formats.metres(measured.distanceM)],
            [
              t('field.overlap'),
              measured.overlapM2 === null ? null : formats.squareMetres(measured.overlapM2),
            ],
          ]}
        />
      </Section>
      <SuccessorSection decision={decision} />
      <DecisionSection conflict={conflict} />
      <CommentsSection conflict={conflict} />
    </InspectorFrame>
  );
}
