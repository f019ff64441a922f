import type { DecisionVerdict } from '../../domain/decision';
import type { Standing } from '../../domain/decision-standing';
import { Tag, type Tone } from './tag';
import { useText } from './use-text';

const TONES: Readonly<Record<DecisionVerdict, Tone>> = {
  'more-material': 'study',
  'special-study': 'study',
  'must-resolve': 'restrict',
  accepted: 'good',
  inaccurate: 'notice',
  resolved: 'study',
  verified: 'good',
};

/** Where a conflict stands in its review: the verdict, or why it does not hold any more. */
export function ReviewTag({ standing }: { standing: Standing | null }) {
  const { t } = useText();
  if (!standing) return <Tag tone="outline">{t('review.short.open')}</Tag>;
  const { decision, state } = standing;
  const words = t(`review.short.${decision.verdict}`);
  if (state === 'current') {
    return <Tag tone={TONES[decision.verdict]}>{words}</Tag>;
  }
  return (
    <Tag tone="warn" hint={`${t(`decision-state.${state}`)} · ${words}`}>
      {t(`review.short.${state}`)}
    </Tag>
  );
}
