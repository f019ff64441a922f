import '@mantine/core/styles.css';
import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { followKeyboard } from '../commands/keyboard';
import { LOCALES } from '../i18n/language';
import type { AppStores } from '../store/app-stores';
import { Dialogs } from './dialogs/dialogs';
import { DrawBar } from './draw/draw-bar';
import { Header } from './header/header';
import { Inspector } from './inspector/inspector';
import { Notices } from './notices/notices';
import { AppraisalSheet } from './print/appraisal-sheet';
import { ServicesProvider, type Services } from './shared/services';
import { StoresProvider, useStores } from './shared/stores-context';
import { useHasProject } from './shared/use-plan';
import { useText } from './shared/use-text';
import { DropZone } from './shell/drop-zone';
import { FirstSteps } from './shell/first-steps';
import { LeftPanel } from './shell/left-panel';
import { OpeningPanel } from './shell/opening-panel';
import { Resizer } from './shell/resizer';
import classes from './shell/shell.module.css';
import { StatusBar } from './shell/status-bar';
import { Welcome } from './shell/welcome';
import { theme } from './theme';
import './theme.css';

interface AppShellProps {
  stores: AppStores;
  services: Services;
  /** What fills the middle while a project is open. */
  map: ReactNode;
  /** `test` switches off transitions and portals. */
  env?: 'default' | 'test';
}

/** The whole screen around the map, with everything that its parts are given. */
export function AppShell({ stores, services, map, env = 'default' }: AppShellProps) {
  const chosen = useStore(stores.session, (session) => session.theme);
  const preferred = useColorScheme('light', { getInitialValueInEffect: false });
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={chosen === 'auto' ? preferred : chosen}
      withCssVariables={false}
      withGlobalClasses={false}
      env={env}
    >
      <StoresProvider stores={stores}>
        <ServicesProvider services={services}>
          <Screen map={map} />
        </ServicesProvider>
      </StoresProvider>
    </MantineProvider>
  );
}

const PANEL_MIN = 300;
const PANEL_MAX = 900;

/** Wide enough for the tables' main columns, and never the larger part of the screen. */
function firstPanelWidth(): number {
  return Math.round(Math.min(560, Math.max(420, window.innerWidth * 0.375)));
}

function Screen({ map }: { map: ReactNode }) {
  const { t, language, say } = useText();
  const stores = useStores();
  const hasProject = useHasProject();
  // The map gets ready while the files are read.
  const opening = useStore(stores.project, ({ status }) => status === 'opening') && !hasProject;
  // While a site is drawn, the map needs the room.
  const inspecting = useStore(
    stores.session,
    ({ selection, tool }) => selection !== null && tool.mode !== 'draw',
  );
  const locked = useStore(stores.plan, (state) => state.locked);
  const [width, setWidth] = useState(firstPanelWidth);
  const panelId = useId();
  useEffect(() => {
    document.documentElement.lang = LOCALES[language];
  }, [language]);
  useEffect(() => followKeyboard(document, stores), [stores]);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#map">
        {t('shell.skip-to-map')}
      </a>
      <Header />
      <div>
        {locked && (
          <div className={classes.locked} role="alert">
            {say(locked)}
          </div>
        )}
      </div>
      {hasProject || opening ? (
        <div className={classes.main}>
          <aside className={classes.side} aria-label={t('shell.panels')}>
            {hasProject ? (
              <LeftPanel id={panelId} width={width} />
            ) : (
              <OpeningPanel id={panelId} width={width} />
            )}
            <Resizer width={width} min={PANEL_MIN} max={PANEL_MAX} controls={panelId} onResize={setWidth} />
          </aside>
          <main className={classes.map} id="map" tabIndex={-1} aria-label={t('shell.map')}>
            <div className={classes.mapSlot}>{map}</div>
            {hasProject && (
              <div className={classes.draw}>
                <DrawBar />
              </div>
            )}
            {hasProject && <FirstSteps />}
            <Notices />
          </main>
          {inspecting && (
            <aside className={classes.right} aria-label={t('shell.inspector')}>
              <Inspector />
            </aside>
          )}
        </div>
      ) : (
        <main className={classes.main} style={{ position: 'relative' }}>
          <Welcome />
          <Notices />
        </main>
      )}
      <StatusBar />
      <Dialogs />
      <DropZone />
      <AppraisalSheet />
    </div>
  );
}
