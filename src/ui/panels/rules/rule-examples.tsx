import { Button } from '@mantine/core';
import { IconCheck, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { message } from '../../../domain/message';
import type { Rule } from '../../../domain/rule';
import layout from '../../shared/layout.module.css';
import { useServices, type ExampleOutcome } from '../../shared/services';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';

/** A rule's own cases, and whether the rule decides them as it says. */
export function RuleExamples({ rule }: { rule: Rule }) {
  const { t, pick } = useText();
  const { session } = useStores();
  const { runExamples } = useServices();
  const [run, setRun] = useState<{ rule: Rule; outcomes: readonly ExampleOutcome[] } | null>(null);
  const [running, setRunning] = useState(false);
  const outcomes = run?.rule === rule ? run.outcomes : null;
  if (rule.examples.length === 0) return <span className={layout.dim}>{t('rules.examples.none')}</span>;
  const start = () => {
    setRunning(true);
    runExamples(rule)
      .then(
        (found) => setRun({ rule, outcomes: found }),
        () => session.notify('error', message('rules.examples.failed', { rule: rule.id })),
      )
      .finally(() => setRunning(false));
  };
  return (
    <div>
      <div className={layout.row}>
        <span>{t('rules.examples', { n: rule.examples.length })}</span>
        <Button
          size="compact-xs"
          loading={running}
          leftSection={<IconPlayerPlay size={12} aria-hidden="true" />}
          onClick={start}
        >
          {t('rules.examples.run')}
        </Button>
      </div>
      <div role="status">
        {outcomes?.map(({ index, expect, got }) => {
          const title = rule.examples[index]?.title;
          const passed = expect === got;
          return (
            <div key={index} className={passed ? layout.good : layout.bad}>
              {passed ? <IconCheck size={14} aria-hidden="true" /> : <IconX size={14} aria-hidden="true" />}{' '}
              {title ? pick(title) : t('rules.example', { n: index + 1 })}
              {': '}
              {t(passed ? 'rules.example.passed' : 'rules.example.differs', {
                expect: t(`verdict.${expect}`),
                got: t(`verdict.${got}`),
              })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
