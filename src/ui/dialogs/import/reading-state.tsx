import { Loader } from '@mantine/core';
import { useStore } from 'zustand';
import { IMPORT_JOB } from '../../../store/import-store';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';

/** That files are being read, and how far that is where it is known. Only the first is read out. */
export function ReadingState() {
  const { t, formats } = useText();
  const { session } = useStores();
  const job = useStore(session, (state) => state.busy.find(({ id }) => id === IMPORT_JOB));
  const { done = 0, total = 0, unit } = job ?? {};
  const said = (value: number) => (unit === 'bytes' ? formats.bytes(value) : formats.number(value));
  return (
    <div className={layout.row}>
      <Loader size="xs" />
      <span role="status">{t('import.reading')}</span>
      {unit && total > 0 && (
        <span className={layout.dim}>
          {t(`import.read-${unit}`, { done: said(done), total: said(total) })}
        </span>
      )}
    </div>
  );
}
