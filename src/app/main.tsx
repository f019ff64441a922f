import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand';
import { createEngineClient, type EngineClient } from '../engine/client';
import type { AppStores } from '../store/app-stores';
import { AppShell } from '../ui/app-shell';
import { translate } from '../i18n/translate';
import { openedHosts } from './opened-hosts';
import { createServices } from './services';
import { startStores } from './start-stores';

// The map's library is the larger half of the code: fetched beside everything else, and the panels do not wait for it.
const mapModule = import('../map/map-view');
const MapView = lazy(async () => ({ default: (await mapModule).MapView }));

function MapSlot({ stores, engine }: { stores: AppStores; engine: EngineClient }) {
  const language = useStore(stores.session, (state) => state.language);
  return (
    <Suspense fallback={null}>
      <MapView stores={stores} engine={engine} language={language} />
    </Suspense>
  );
}

async function start(root: HTMLElement): Promise<void> {
  const opened = openedHosts(document);
  if (opened === null) {
    root.setAttribute('role', 'alert');
    root.textContent = `${translate('zh', 'start.no-policy')} ${translate('en', 'start.no-policy')}`;
    return;
  }
  const worker = new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' });
  const engine = createEngineClient(worker);
  const stores = await startStores(engine, opened);
  // Begun before the screen is built: files are read meanwhile. `?sample=jiangcheng` opens the sample.
  const opening = stores.project.begin(new URLSearchParams(location.search).get('sample'));
  createRoot(root).render(
    <StrictMode>
      <AppShell
        stores={stores}
        services={createServices(engine)}
        map={<MapSlot stores={stores} engine={engine} />}
      />
    </StrictMode>,
  );
  await opening;
  // What a reload for the sake of a host has interrupted goes on.
  const { form } = stores.links.getState();
  if (form) stores.session.setState({ dialog: { kind: form.dialog } });
}

const root = document.getElementById('root');
if (root) void start(root);
