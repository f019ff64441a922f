import { Button, CloseButton, FileButton } from '@mantine/core';
import { useState } from 'react';
import { attachmentOf } from '../../commands/attach';
import type { Attachment } from '../../domain/decision';
import { useText } from '../shared/use-text';
import classes from './review.module.css';

/** Documents beside a decision: their names and hashes, computed here. */
export function AttachmentsInput({
  attachments,
  onChange,
}: {
  attachments: readonly Attachment[];
  onChange: (attachments: readonly Attachment[]) => void;
}) {
  const { t } = useText();
  const [status, setStatus] = useState<string | null>(null);
  const add = async (files: readonly File[]) => {
    const added: Attachment[] = [];
    let failed: string | null = null;
    for (const file of files) {
      setStatus(t('review.attachments.reading', { name: file.name }));
      try {
        added.push(await attachmentOf(file));
      } catch {
        failed = t('review.attachments.failed', { name: file.name });
      }
    }
    setStatus(failed);
    onChange([...attachments, ...added]);
  };
  return (
    <div className={classes.wide}>
      <div className={classes.row}>
        <FileButton multiple onChange={(files) => void add(files)}>
          {(button) => (
            <Button {...button} size="compact-xs" title={t('review.attachments.hint')}>
              {t('review.attachments.add')}
            </Button>
          )}
        </FileButton>
        <span className={classes.dim} role="status">
          {status ?? t('review.attachments.hint')}
        </span>
      </div>
      <AttachmentList
        attachments={attachments}
        onRemove={(index) => onChange(attachments.filter((_each, at) => at !== index))}
      />
    </div>
  );
}

/** Names of documents with the beginning of their hashes. */
export function AttachmentList({
  attachments,
  onRemove,
}: {
  attachments: readonly Attachment[];
  onRemove?: (index: number) => void;
}) {
  const { t } = useText();
  if (attachments.length === 0) return null;
  return (
    <ul className={classes.attachments} aria-label={t('review.attachments')}>
      {attachments.map(({ name, sha256 }, index) => (
        <li key={`${index}/${sha256}`} title={`SHA-256 ${sha256}`}>
          {name} <span className={classes.hash}>{sha256.slice(0, HASH_SHOWN)}</span>
          {onRemove && (
            <CloseButton
              size="xs"
              aria-label={t('review.attachments.remove', { name })}
              onClick={() => onRemove(index)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

const HASH_SHOWN = 12;
