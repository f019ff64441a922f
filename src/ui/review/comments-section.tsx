import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { commentOn } from '../../commands/review';
import type { Comment } from '../../domain/decision';
import { Section } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { isComposing } from '../shared/use-commit';
import { useCommand } from '../shared/use-command';
import { useText } from '../shared/use-text';
import classes from './review.module.css';
import { useMoment } from './use-moment';

const NONE: readonly Comment[] = [];

/** Remarks on a conflict, which decide nothing. */
export function CommentsSection({ conflict }: { conflict: string }) {
  const { t } = useText();
  const moment = useMoment();
  const { review, session } = useStores();
  const comments = useStore(review, (state) => state.comments.get(conflict) ?? NONE);
  const isWording = useStore(session, (state) => state.wording === 'comment');
  const { disabled, tooltip, run } = useCommand('comment');
  return (
    <Section
      title={t('review.comments')}
      aside={
        !isWording && (
          <Button size="compact-xs" disabled={disabled !== null} title={tooltip} onClick={run}>
            {t('review.comment')}
          </Button>
        )
      }
    >
      {isWording && <CommentForm conflict={conflict} />}
      {comments.length > 0 && (
        <ul className={classes.history} aria-label={t('review.comments')}>
          {comments.map(({ id, text, by, at }) => (
            <li key={id} className={classes.entry}>
              <div className={classes.words}>{text}</div>
              <p className={classes.dim}>{t('review.by', { by, at: moment(at) })}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function CommentForm({ conflict }: { conflict: string }) {
  const { t } = useText();
  const stores = useStores();
  const [text, setText] = useState('');
  const close = () => stores.session.setState({ wording: null });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (commentOn(stores, conflict, text).ok) close();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) close();
      }}
    >
      <Textarea
        className={classes.wide}
        size="xs"
        rows={2}
        autoFocus
        aria-label={t('review.comment')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button onClick={close}>{t('review.cancel')}</Button>
        <Button variant="filled" type="submit" disabled={text.trim() === ''}>
          {t('review.comment.add')}
        </Button>
      </div>
    </form>
  );
}
