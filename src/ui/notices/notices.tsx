import { Button, Notification, Progress } from '@mantine/core';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Busy, Notice } from '../../store/session-store';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import classes from './notices.module.css';

/** Good news leaves by itself; warnings and errors stay until they are closed. */
const SHOWN_MS = 6000;

const COLORS: Readonly<Record<Notice['level'], string>> = {
  info: 'blue',
  success: 'green',
  warning: 'yellow',
  error: 'red',
};

export function Notices() {
  const { session } = useStores();
  const notices = useStore(session, (state) => state.notices);
  const busy = useStore(session, (state) => state.busy);
  return (
    <div className={classes.stack}>
      {busy.map((job) => (
        <BusyCard key={job.id} job={job} />
      ))}
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const { t, say } = useText();
  const { session } = useStores();
  const { id, level } = notice;
  const lasting = level === 'warning' || level === 'error';
  useEffect(() => {
    if (lasting) return undefined;
    const timer = setTimeout(() => session.dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [session, id, lasting]);
  return (
    <Notification
      withBorder
      color={COLORS[level]}
      role={lasting ? 'alert' : 'status'}
      title={lasting ? t(`notice.${level}`) : undefined}
      closeButtonProps={{ 'aria-label': t('notice.close') }}
      onClose={() => session.dismiss(id)}
    >
      {say(notice.message)}
    </Notification>
  );
}

function BusyCard({ job }: { job: Busy }) {
  const { t, say } = useText();
  const share = job.total > 0 ? (job.done / job.total) * 100 : 100;
  const label = say(job.label);
  return (
    <div className={classes.busy} role="status">
      <div className={classes.busyHead}>
        <span style={{ flex: 1 }}>{label}</span>
        {job.cancel && (
          <Button size="compact-xs" onClick={job.cancel}>
            {t('dialog.cancel')}
          </Button>
        )}
      </div>
      <Progress.Root size="sm">
        <Progress.Section
          value={share}
          animated={job.total === 0}
          striped={job.total === 0}
          aria-label={label}
        />
      </Progress.Root>
    </div>
  );
}
