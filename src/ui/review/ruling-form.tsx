import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RulingWords } from '../../commands/review';
import { GROUNDS, type DecisionVerdict, type Ground } from '../../domain/decision';
import type { Message } from '../../domain/message';
import { useText } from '../shared/use-text';
import { isComposing } from '../shared/use-commit';
import { AttachmentsInput } from './attachments-input';
import classes from './review.module.css';

interface RulingFormProps {
  verdict: DecisionVerdict;
  /** What was said before, where it is said again. */
  initial?: RulingWords | null;
  /** Why these words would be refused. */
  faultOf: (words: RulingWords) => Message | null;
  onSubmit: (words: RulingWords) => void;
  onCancel: () => void;
  submitLabel: string;
  /** Hears of every change of the words. */
  onWords?: (words: RulingWords) => void;
}

/** The words of a decision; what its verdict needs is asked for, and why it cannot be given is said. */
export function RulingForm(props: RulingFormProps) {
  const { verdict, initial, faultOf, onSubmit, onCancel, submitLabel, onWords } = props;
  const { t, say } = useText();
  const [words, setWords] = useState<RulingWords>(() => ({ reason: '', ...initial, verdict }));
  const [tried, setTried] = useState(false);
  const current = { ...words, verdict };
  const fault = faultOf(current);
  const put = (change: Partial<RulingWords>) => {
    const next = { ...current, ...change };
    setWords(next);
    onWords?.(next);
  };
  const submit = () => {
    setTried(true);
    if (!fault) onSubmit(current);
  };
  return (
    <form
      className={classes.form}
      aria-label={t(`decision.${verdict}`)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) onCancel();
      }}
    >
      <Textarea
        className={classes.wide}
        size="xs"
        rows={2}
        autoFocus
        required
        label={t('review.reason')}
        value={words.reason}
        onChange={(event) => put({ reason: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
          event.preventDefault();
          submit();
        }}
      />
      <TextInput
        label={t('review.basis-doc')}
        required={verdict === 'accepted'}
        value={words.basisDoc ?? ''}
        onChange={(event) => put({ basisDoc: event.currentTarget.value })}
      />
      {verdict === 'accepted' && (
        <NativeSelect
          label={t('review.ground')}
          value={words.ground ?? 'document'}
          data={GROUNDS.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
          onChange={(event) => put({ ground: event.currentTarget.value as Ground })}
        />
      )}
      <TextInput
        type="date"
        label={t('review.until')}
        title={t('review.until.hint')}
        value={words.until ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const next: { -readonly [Name in keyof RulingWords]: RulingWords[Name] } = { ...current };
          if (value === '') delete next.until;
          else next.until = value;
          setWords(next);
          onWords?.(next);
        }}
      />
      <TextInput
        label={t('review.conditions')}
        value={words.conditions ?? ''}
        onChange={(event) => put({ conditions: event.currentTarget.value })}
      />
      <AttachmentsInput
        attachments={words.attachments ?? []}
        onChange={(attachments) => put({ attachments })}
      />
      {fault && tried && (
        <p className={classes.fault} role="alert">
          {say(fault)}
        </p>
      )}
      <div className={classes.actions}>
        <Button onClick={onCancel}>{t('review.cancel')}</Button>
        <Button variant="filled" type="submit" title={fault ? say(fault) : undefined}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
