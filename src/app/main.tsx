import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { useStore } from 'zustand';
import { createEngineClient, type EngineClient } from '../engine/client';
import type { AppStores } from '../store/app-stores';
import { AppShell } from '../ui/app-shell';
import { createServices } from './services';
import { startStores } from './start-stores';

// The panels are there at once; the map's library is the larger half of the code.
const MapView = lazy(async () => ({ default: (await import('../map/map-view')).MapView }));

function MapSlot({ stores, engine }: { stores: AppStores; engine: EngineClient }) {
  const language = useStore(stores.session, (state) => state.language);
  return (
    <Suspense fallback={null}>
      <MapView stores={stores} engine={engine} language={language} />
    </Suspense>
  );
}

/** The work of last time; else the sample that the address asks for (`?sample=jiangcheng`), else a choice. */
async function openFirst(stores: AppStores): Promise<void> {
  if (await stores.project.restore()) return;
  const sample = new URLSearchParams(location.search).get('sample');
  if (sample !== null) await stores.project.openSample(sample);
}

async function start(root: HTMLElement): Promise<void> {
  const worker = new Worker(new URL('../engine/worker.ts', import.meta.url), { type: 'module' });
  const engine = createEngineClient(worker);
  const [stores, services] = await Promise.all([startStores(engine), createServices(engine)]);
  createRoot(root).render(
    <StrictMode>
      <AppShell stores={stores} services={services} map={<MapSlot stores={stores} engine={engine} />} />
    </StrictMode>,
  );
  await openFirst(stores);
}

const root = document.getElementById('root');
if (root) void start(root);
