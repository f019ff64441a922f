import { render } from '@testing-library/react';
import { AppShell } from '../../src/ui/app-shell';
import type { Services } from '../../src/ui/shared/services';
import { openedProject } from './app';
import { testServices } from './services';

/** happy-dom lays nothing out: give every element a size, so that virtual rows have a window to be seen in. */
export function giveElementsSize(): void {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 600 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 440 });
}

/** The whole screen over real stores with a project open (see `PROJECT_FILES`). */
export async function renderScreen(
  changes: Partial<Services> = {},
  files?: Readonly<Record<string, string>>,
) {
  const stores = await openedProject(files);
  const services = testServices(changes);
  const view = render(<AppShell stores={stores} services={services} map={<div>map</div>} env="test" />);
  return { stores, services, ...view };
}
