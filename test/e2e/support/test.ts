// The only file that imports Playwright: specs speak to the driver.
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { Driver } from './driver';

export { expect };

/** Grave faults of the screen as it is, in words: rule and first element. */
export async function graveFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

export const test = base.extend<{ app: Driver }>({
  app: async ({ page }, use) => {
    const driver = new Driver(page);
    await use(driver);
    expect(driver.faults, 'errors in the console').toEqual([]);
    expect(driver.elsewhere, 'requests that left the origin').toEqual([]);
  },
});
