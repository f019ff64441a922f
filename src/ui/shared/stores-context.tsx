import { createContext, use, type ReactNode } from 'react';
import type { AppStores } from '../../store/app-stores';

const StoresContext = createContext<AppStores | null>(null);

export function StoresProvider({ stores, children }: { stores: AppStores; children: ReactNode }) {
  return <StoresContext value={stores}>{children}</StoresContext>;
}

/** Everything the application holds; throws outside `AppShell`, which is a mistake of the program. */
export function useStores(): AppStores {
  const stores = use(StoresContext);
  if (!stores) throw new Error('useStores is used outside AppShell');
  return stores;
}
