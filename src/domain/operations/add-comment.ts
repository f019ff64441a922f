import type { Comment } from '../decision';
import { message } from '../message';
import type { Operation } from '../operation';
import { ok, err } from '../result';

/** Adds a remark to a conflict. Refused: no words, or nobody's. */
export const addComment: Operation<Comment> = (_plan, comment) => {
  const text = comment.text.trim();
  if (text === '') return err(message('comment.empty'));
  if (comment.by.trim() === '') return err(message('decision.nobody'));
  return ok({
    created: [{ kind: 'comment', comment: { ...comment, text, by: comment.by.trim() } }],
    modified: [],
    deleted: [],
  });
};
