import { useEffect, useState } from 'react';
import { message } from '../../domain/message';
import { takeNamed } from '../shared/pick-files';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { droppedFiles, MOST_FILES } from './dropped-files';
import classes from './shell.module.css';

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Files may be dropped anywhere; the overlay says what will become of them. */
export function DropZone() {
  const { t } = useText();
  const stores = useStores();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer || !bringsFiles(event)) return;
      event.preventDefault();
      droppedFiles(event.dataTransfer).then(
        (files) => takeNamed(stores, files),
        () => stores.session.notify('error', message('drop.folder-unreadable', { most: MOST_FILES })),
      );
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [stores]);
  return over ? (
    <div className={classes.drop}>
      <div className={classes.dropBox}>{t('drop.here')}</div>
    </div>
  ) : null;
}
