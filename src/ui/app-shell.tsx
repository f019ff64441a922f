import { MantineProvider, Tabs } from '@mantine/core';
import '@mantine/core/styles.css';
import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { followKeyboard } from '../commands/keyboard';
import { LOCALES } from '../i18n/language';
import type { AppStores } from '../store/app-stores';
import { PANELS, type Panel } from '../store/session-store';
import styles from './app-shell.module.css';
import { AboutDialog } from './dialogs/about-dialog';
import { ClassifiedDialog } from './dialogs/classified-dialog';
import { CoordinatesDialog } from './dialogs/coordinates-dialog';
import { ExportDialog } from './dialogs/export-dialog';
import { HistoryDialog } from './dialogs/history-dialog';
import { OpenDialog } from './dialogs/open-dialog';
import { DrawBar } from './draw/draw-bar';
import { Header } from './header/header';
import { Inspector } from './inspector/inspector';
import { Notices } from './notices/notices';
import { ConflictsPanel } from './panels/conflicts/conflicts-panel';
import { LayersPanel } from './panels/layers/layers-panel';
import { OverviewPanel } from './panels/overview/overview-panel';
import { RulesPanel } from './panels/rules/rules-panel';
import { SchoolsPanel } from './panels/schools/schools-panel';
import { ServicesProvider, type Services } from './shared/services';
import { StoresProvider, useStores } from './shared/stores-context';
import { useText } from './shared/use-text';
import './theme.css';
import { theme } from './theme';

interface AppShellProps {
  readonly stores: AppStores;
  readonly services: Services;
  readonly map: ReactNode;
}

/** The whole screen: header, panel, map and inspector. */
export function AppShell({ stores, services, map }: AppShellProps) {
  const chosen = useStore(stores.session, (session) => session.theme);
  const language = useStore(stores.session, (session) => session.language);
  useEffect(() => followKeyboard(window, stores), [stores]);
  useEffect(() => {
    document.documentElement.lang = LOCALES[language];
  }, [language]);
  const forced = chosen === 'auto' ? {} : { forceColorScheme: chosen };
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" {...forced}>
      <StoresProvider stores={stores}>
        <ServicesProvider services={services}>
          <Screen map={map} />
        </ServicesProvider>
      </StoresProvider>
    </MantineProvider>
  );
}

const PANEL_VIEWS: Readonly<Record<Panel, () => ReactNode>> = {
  overview: () => <OverviewPanel />,
  schools: () => <SchoolsPanel />,
  conflicts: () => <ConflictsPanel />,
  rules: () => <RulesPanel />,
  layers: () => <LayersPanel />,
};

function Screen({ map }: { map: ReactNode }) {
  const { session } = useStores();
  const { t } = useText();
  const panel = useStore(session, (state) => state.panel);
  const show = (value: string | null) => {
    const next = PANELS.find((name) => name === value);
    if (next) session.setState({ panel: next });
  };
  return (
    <div className={styles.shell}>
      <Header />
      <div className={styles.work}>
        <aside className={styles.panel}>
          <Tabs value={panel} onChange={show}>
            <Tabs.List>
              {PANELS.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`panel.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          <div className={styles.panelBody}>{PANEL_VIEWS[panel]()}</div>
        </aside>
        <main className={styles.map}>
          {map}
          <DrawBar />
        </main>
        <Inspector />
      </div>
      <Notices />
      <OpenDialogs />
    </div>
  );
}

function OpenDialogs() {
  const { session } = useStores();
  const dialog = useStore(session, (state) => state.dialog);
  switch (dialog?.kind) {
    case 'open':
      return <OpenDialog />;
    case 'export':
      return <ExportDialog />;
    case 'coordinates':
      return <CoordinatesDialog />;
    case 'history':
      return <HistoryDialog />;
    case 'about':
      return <AboutDialog />;
    case 'classified-notice':
      return <ClassifiedDialog />;
    default:
      return null;
  }
}
