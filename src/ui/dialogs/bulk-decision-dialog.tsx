import { NativeSelect } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { RulingWords } from '../../commands/review';
import { judgeMany, ruleOnMany, type JudgedMany } from '../../commands/review-many';
import { DECISION_VERDICTS, type DecisionVerdict } from '../../domain/decision';
import { message, type Message } from '../../domain/message';
import { RulingForm } from '../review/ruling-form';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { useSliced } from '../table/use-sliced';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

/** One decision with one reason on many conflicts; tells which of them refuse it, and why, before the rest is done. */
export function BulkDecisionDialog({ conflicts, done }: { conflicts: readonly string[]; done: () => void }) {
  const { t, formats } = useText();
  const stores = useStores();
  const [words, setWords] = useState<RulingWords>({ verdict: 'more-material', reason: '' });
  const judged = useSliced<JudgedMany>(
    useCallback(() => judgeMany(stores, conflicts, words), [stores, conflicts, words]),
  );
  const close = () => stores.session.setState({ dialog: null });
  const able = judged?.able.length ?? 0;
  /** What all of them refuse is the fault of the words. */
  const faultOf = (): Message | null =>
    able > 0 ? null : (judged?.refused[0]?.fault ?? message('decision.no-conflict'));
  return (
    <DialogFrame title={t('review.bulk.title', { n: formats.number(conflicts.length) })}>
      <div className={classes.stack}>
        <NativeSelect
          label={t('review.bulk.verdict')}
          value={words.verdict}
          data={DECISION_VERDICTS.map((verdict) => ({ value: verdict, label: t(`decision.${verdict}`) }))}
          onChange={(event) => setWords({ ...words, verdict: event.currentTarget.value as DecisionVerdict })}
        />
        <Outcome judged={judged} hasReason={words.reason.trim() !== ''} />
      </div>
      <RulingForm
        verdict={words.verdict}
        faultOf={faultOf}
        submitLabel={t('review.bulk.apply', { n: formats.number(able) })}
        onWords={setWords}
        onCancel={close}
        onSubmit={(said) => {
          if (!judged) return;
          close();
          void ruleOnMany(stores, judged.able, said).then((isDone) => isDone && done());
        }}
      />
    </DialogFrame>
  );
}

/** How many conflicts take the decision; those that do not, by reason. */
function Outcome({ judged, hasReason }: { judged: JudgedMany | null; hasReason: boolean }) {
  const { t, say, formats } = useText();
  if (!judged) return <p className={classes.text}>{t('review.bulk.judging')}</p>;
  const refused = judged.refused.reduce((sum, { count }) => sum + count, 0);
  if (!hasReason && judged.able.length === 0) return null;
  return (
    <div role="status">
      <p className={classes.text}>{t('review.bulk.able', { n: formats.number(judged.able.length) })}</p>
      {refused > 0 && (
        <>
          <p className={classes.remark}>{t('review.bulk.refused', { n: formats.number(refused) })}</p>
          <ul className={classes.text}>
            {judged.refused.map(({ fault, count }) => (
              <li key={say(fault)}>
                {t('review.bulk.refused-row', { n: formats.number(count), why: say(fault) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
