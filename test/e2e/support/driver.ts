import { readFile } from 'node:fs/promises';
import type { FeatureCollection } from 'geojson';
import { expect, type Locator, type Page } from '@playwright/test';

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

  /** Takes note of faults that a test meant to bring about; there must be some, and others stay faults. */
  expectFaults(pattern: RegExp): void {
    const meant = this.faults.filter((fault) => pattern.test(fault));
    expect(meant).not.toEqual([]);
    this.faults.splice(0, this.faults.length, ...this.faults.filter((fault) => !meant.includes(fault)));
  }

  async openSample(): Promise<void> {
    await this.page.goto('?sample=jiangcheng');
    await this.computed();
  }

  /** The smallest sample: a few features on an empty ground. */
  async openSmallSample(): Promise<void> {
    await this.page.goto('?sample=minimal');
    await this.computed();
  }

  async openFolder(): Promise<void> {
    await this.button(/^项目文件夹/).click();
    await this.acknowledge();
    await this.computed();
  }

  /** Reads the notice that classified data must stay out. */
  async acknowledge(): Promise<void> {
    await this.button('知道了').click();
  }

  /** Selects a school in the table and gives it another name. */
  async renameSchool(from: string, to: string): Promise<void> {
    await this.show('校址');
    await this.page.getByRole('row', { name: new RegExp(`^${from} `) }).click({ position: { x: 20, y: 10 } });
    const name = this.page.getByRole('complementary', { name: '属性' }).getByLabel('名称');
    await name.fill(to);
    await name.press('Enter');
    await expect(this.button(/撤销.*改名/)).toBeVisible();
  }

  /** Drops files from outside onto the window, as a file manager does. */
  async drop(files: readonly { readonly name: string; readonly content: Buffer }[]): Promise<void> {
    const given = files.map(({ name, content }) => ({ name, base64: content.toString('base64') }));
    const transfer = await this.page.evaluateHandle((list) => {
      const data = new DataTransfer();
      for (const { name, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    }, given);
    await this.page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await expect(this.page.getByText(/松开/)).toBeVisible();
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  /** How many schools and reservations the table of sites counts. */
  async siteCount(): Promise<number> {
    await this.show('校址');
    const words = await this.page.getByRole('tabpanel').getByRole('status').first().innerText();
    return Number(words.split('/')[1]);
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

  async mapPoint(x: number, y: number): Promise<[number, number]> {
    const box = await this.page.locator('[data-map-state]').boundingBox();
    if (!box) throw new Error('there is no map');
    return [box.x + box.width * x, box.y + box.height * y];
  }

  /** Draws a polygon of 80 by 60 pixels at a place of the map, given as shares of its width and height. */
  async drawSchool(x: number, y: number): Promise<void> {
    await this.show('校址');
    await this.button('新建').click();
    await this.page.getByRole('menuitem', { name: '学校（画边界）' }).click();
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

  /**
   * A place of which the map says under the pointer what the pattern says, as shares of its width and height: the
   * first right of `from` in a small field around the middle.
   */
  async findUnderPointer(pattern: RegExp, from = 0.5): Promise<readonly [number, number]> {
    const tooltip = this.page.locator('.xz-map-tooltip');
    const places = [0.5, 0.45, 0.55].flatMap((y) =>
      [0, 0.02, 0.04, 0.06, 0.08].map((x) => [from + x, y] as const),
    );
    const found: (readonly [number, number])[] = [];
    // Where the map is still drawing, the first look may come too early.
    await expect(async () => {
      for (const place of places) {
        const [left, top] = await this.mapPoint(...place);
        await this.page.mouse.move(left - 3, top);
        await this.page.mouse.move(left, top);
        await this.page.waitForTimeout(150);
        // Does not wait for a tooltip that is not there.
        const said = await tooltip.allTextContents();
        if (!said.some((text) => pattern.test(text))) continue;
        found.push(place);
        return;
      }
      expect(found).not.toEqual([]);
    }).toPass({ timeout: 30_000 });
    return found[0]!;
  }

  async pick(x: number, y: number): Promise<void> {
    const [left, top] = await this.mapPoint(x, y);
    await this.page.mouse.click(left, top, { delay: 40 });
  }

  /** Drags the map by so many pixels. */
  async panBy(dx: number, dy: number): Promise<void> {
    const [left, top] = await this.mapPoint(0.5, 0.5);
    await this.page.mouse.move(left, top);
    await this.page.mouse.down();
    await this.page.mouse.move(left + dx, top + dy, { steps: 8 });
    // Held still before it is let go, so that the map does not glide on.
    await this.page.waitForTimeout(300);
    await this.page.mouse.up();
    await this.page.locator('[data-map-state="idle"]').waitFor({ timeout: 60_000 });
  }

  /** A command of the menu of the project. */
  async fromMenu(command: string): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: '文件' }).click();
    await this.page.getByRole('menuitem', { name: command }).click();
    // It fades away, empty.
    await this.page.getByRole('menu').waitFor({ state: 'detached' });
  }

  /** Saves the project, which has no folder, and gives its zip, to be sent. */
  async saveZip(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
    const download = this.page.waitForEvent('download');
    await this.page.keyboard.press('Control+s');
    const saved = await download;
    const buffer = await readFile(await saved.path());
    return { name: saved.suggestedFilename(), mimeType: 'application/zip', buffer };
  }

  /** Exports through the dialog and reads the file that the browser saved. */
  async exportSchools(): Promise<FeatureCollection> {
    await this.page.keyboard.press('Control+e');
    const download = this.page.waitForEvent('download');
    await this.button(/学校（GeoJSON）/).click();
    const path = await (await download).path();
    return JSON.parse(await readFile(path, 'utf8')) as FeatureCollection;
  }
}
