import { Note, Facts } from '../shared/section';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

/** Open-source parts that the program is built of, with their licences. */
const PARTS = [
  ['MapLibre GL JS', 'BSD-3-Clause'],
  ['Terra Draw', 'MIT'],
  ['Turf', 'MIT'],
  ['proj4js', 'MIT'],
  ['React', 'MIT'],
  ['Mantine', 'MIT'],
  ['Tabler Icons', 'MIT'],
  ['TanStack Table, TanStack Virtual', 'MIT'],
  ['Zustand', 'MIT'],
  ['i18next', 'MIT'],
  ['geojson-validation', 'LGPL-3.0'],
  ['Flatbush', 'ISC'],
  ['Comlink', 'Apache-2.0'],
  ['idb', 'ISC'],
  ['fflate', 'MIT'],
  ['Valibot', 'MIT'],
  ['noble-hashes', 'MIT'],
  ['PMTiles', 'BSD-3-Clause'],
] as const;

export function AboutDialog() {
  const { t } = useText();
  return (
    <DialogFrame title={t('about.title')}>
      <div className={classes.stack}>
        <p className={classes.text}>{t('about.text')}</p>
        <p className={classes.text}>{t('about.honest')}</p>
        <p className={classes.text}>{t('about.local')}</p>
        <p className={classes.text}>{t('about.measure')}</p>
        <Note>{t('about.parts')}</Note>
        <Facts items={PARTS} />
      </div>
    </DialogFrame>
  );
}
