import { useStore } from 'zustand';
import { useServices } from '../shared/services';
import { SeverityCountTags } from '../shared/severity-counts';
import { useStores } from '../shared/stores-context';
import { useFindingCounts, useHasProject } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import classes from './shell.module.css';

/** Where the pointer is, how far the computing is, what was found, whether the work is kept. */
export function StatusBar() {
  const counts = useFindingCounts();
  const open = useHasProject();
  return (
    <footer className={classes.status}>
      <PointerPosition />
      {open && <EngineStatus />}
      {open && <SeverityCountTags counts={counts} />}
      <span className={classes.statusEnd}>
        {open && <SavedStatus />}
        <NetworkStatus />
      </span>
    </footer>
  );
}

/** Whether this page may ask any host at all. */
function NetworkStatus() {
  const { t } = useText();
  const { opened } = useStores().links;
  if (opened.size === 0) return <span title={t('status.offline.hint')}>{t('status.offline')}</span>;
  const hosts = Array.from(opened).join(' ');
  return <span title={t('status.online.hint', { hosts })}>{t('status.online', { n: opened.size })}</span>;
}

function PointerPosition() {
  const { t, formats } = useText();
  const { toGrid } = useServices();
  const pointer = useStore(useStores().session, (state) => state.pointer);
  const [lon, lat] = pointer ?? [];
  if (lon === undefined || lat === undefined) return <span>{t('status.no-pointer')}</span>;
  const grid = toGrid(lon, lat);
  return (
    <>
      <span>{formats.degrees(lon, lat)}</span>
      <span title={t('status.grid.hint', { meridian: grid.centralMeridian, epsg: grid.epsg ?? '—' })}>
        {t('status.grid', {
          meridian: grid.centralMeridian,
          n: formats.number(grid.northM, 2),
          e: formats.number(grid.eastM, 2),
        })}
      </span>
    </>
  );
}

function EngineStatus() {
  const { t, say } = useText();
  const { analysis, computing, failure } = useStore(useStores().analysis);
  const words = failure ? say(failure) : computing || !analysis ? t('status.computing') : t('status.ready');
  return (
    <span
      role="status"
      data-engine-status={failure ? 'failed' : computing || !analysis ? 'computing' : 'ready'}
    >
      {words}
    </span>
  );
}

function SavedStatus() {
  const { t } = useText();
  const { project, plan } = useStores();
  const { autosave, savedRevision, home } = useStore(project);
  const revision = useStore(plan, (state) => state.revision);
  const unsaved = home.kind === 'folder' && savedRevision !== revision;
  return (
    <>
      {unsaved && <span>{t('status.unsaved')}</span>}
      <span title={t(`autosave.${autosave}.hint`)}>{t(`autosave.${autosave}`)}</span>
    </>
  );
}
