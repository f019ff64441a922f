import { readFile } from 'node:fs/promises';
import type { FeatureCollection } from 'geojson';
import type { Locator, Page } from '@playwright/test';

/** The application in the words of its users. */
export class Driver {
  /** Errors that the page reported; a test that ends with one has failed. */
  readonly faults: string[] = [];
  /** Addresses outside the application's own folder that the page asked for. */
  readonly elsewhere: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'blob:' && protocol !== 'data:' && hostname !== '127.0.0.1') {
        this.elsewhere.push(request.url());
      }
    });
  }

  async openSample(): Promise<void> {
    await this.page.goto('?sample=jiangcheng');
    await this.computed();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.computed();
  }

  /** Waits until the engine has answered for the plan as it is and the map has drawn it. */
  async computed(): Promise<void> {
    await this.page.locator('[data-engine-status="ready"]').first().waitFor();
    await this.page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
  }

  async show(panel: string): Promise<void> {
    await this.page.getByRole('tab', { name: panel }).click();
  }

  button(name: RegExp | string): Locator {
    return this.page.getByRole('button', { name });
  }

  private async mapPoint(x: number, y: number): Promise<[number, number]> {
    const box = await this.page.locator('[data-map-state]').boundingBox();
    if (!box) throw new Error('there is no map');
    return [box.x + box.width * x, box.y + box.height * y];
  }

  /** Draws a polygon of 80 by 60 pixels at a place of the map, given as shares of its width and height. */
  async drawSchool(x: number, y: number): Promise<void> {
    await this.show('校址');
    await this.button('新建').click();
    await this.page.getByRole('menuitem', { name: '学校(画边界)' }).click();
    const [left, top] = await this.mapPoint(x, y);
    for (const [dx, dy] of [
      [0, 0],
      [80, 0],
      [80, 60],
      [0, 60],
    ] as const) {
      await this.page.mouse.move(left + dx, top + dy, { steps: 4 });
      await this.page.mouse.click(left + dx, top + dy, { delay: 40 });
      await this.page.waitForTimeout(400);
    }
  }

  async zoomIn(x: number, y: number): Promise<void> {
    const [left, top] = await this.mapPoint(x, y);
    await this.page.mouse.move(left, top);
    for (let i = 0; i < 4; i++) {
      await this.page.mouse.wheel(0, -400);
      await this.page.waitForTimeout(300);
    }
    await this.page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
  }

  /** Exports through the dialog and reads the file that the browser saved. */
  async exportSchools(): Promise<FeatureCollection> {
    await this.page.keyboard.press('Control+e');
    const download = this.page.waitForEvent('download');
    await this.button(/学校\(GeoJSON\)/).click();
    const path = await (await download).path();
    await this.page.keyboard.press('Escape');
    return JSON.parse(await readFile(path, 'utf8')) as FeatureCollection;
  }
}
