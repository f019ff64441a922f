import { chromium, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serveApp } from '../support/app-server';
import { watchPage, workOf, type PageWork } from '../support/page-watch';

const FILES = [
  'project.json',
  'targets.json',
  'rules/bench.json',
  'districts.geojson',
  'schools.geojson',
  'parcels.geojson',
];
const WAIT_MS = 900_000;

export interface BrowserRun {
  /** Seconds from the choice of the folder to its conflicts computed and its map drawn. */
  readonly openS: number;
  /** The same for the page opened again, its layers kept by the browser. */
  readonly reopenS: number;
  readonly opening: PageWork;
  readonly zooming: PageWork;
  readonly panning: PageWork;
}

/** The built application with a city's folder in Chromium: opening, zooming in to the parcels, panning there. */
export async function browser({ folder }: { folder: string }): Promise<BrowserRun> {
  const app = mkdtempSync(join(tmpdir(), 'xuezhi-app-'));
  await build({ logLevel: 'warn', build: { outDir: app, emptyOutDir: true } });
  const server = await serveApp(app, folder);
  const executablePath = execFileSync(process.execPath, ['scripts/chromium.mjs'], {
    encoding: 'utf8',
  }).trim();
  const profile = join(app, 'profile');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    await watchPage(page);
    await offerFolder(page);
    await page.goto(server.url);
    await fillFolder(page, FILES);
    await workOf(page);
    const openS = await secondsTo(page, () => openFolder(page));
    const opening = await workOf(page);
    const zooming = await watchedWhile(page, () => zoomIn(page));
    const panning = await watchedWhile(page, () => pan(page));
    const reopenS = await secondsTo(page, () => page.reload());
    return { openS, reopenS, opening, zooming, panning };
  } finally {
    await context.close();
    server.close();
    rmSync(app, { recursive: true, force: true });
  }
}

/** Has the page's folder dialog give a folder of the browser's own file system. */
export async function offerFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('city', { create: true }),
    });
  });
}

/** Brings the city's files into that folder, streamed. */
export async function fillFolder(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    for (const file of files) {
      const parts = `city/${file}`.split('/');
      const name = parts.pop()!;
      let folder = root;
      for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
      const target = await (await folder.getFileHandle(name, { create: true })).createWritable();
      const { body } = await fetch(`city/${file}`);
      await body!.pipeTo(target);
    }
  }, names);
}

export async function openFolder(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^项目文件夹/ }).click();
  // That classified data must stay out.
  await page.getByRole('button', { name: '知道了' }).click();
}

export async function secondsTo(page: Page, act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  await page.locator('[data-engine-status="ready"]').first().waitFor();
  await page.locator('[data-map-state="idle"]').waitFor();
  return (performance.now() - start) / 1000;
}

export async function watchedWhile(page: Page, act: () => Promise<void>): Promise<PageWork> {
  await workOf(page);
  await act();
  return workOf(page);
}

async function middleOfMap(page: Page): Promise<readonly [number, number]> {
  const box = await page.locator('[data-map-state]').boundingBox();
  if (!box) throw new Error('there is no map');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** From the whole city to its single parcels. */
async function zoomIn(page: Page): Promise<void> {
  await page.mouse.move(...(await middleOfMap(page)));
  for (let n = 0; n < 14; n++) {
    await page.mouse.wheel(0, -300);
    await page.waitForTimeout(250);
  }
  await page.locator('[data-map-state="idle"]').waitFor();
}

async function pan(page: Page): Promise<void> {
  const [x, y] = await middleOfMap(page);
  for (let n = 0; n < 6; n++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 350, y + (n % 2 === 0 ? 200 : -200), { steps: 25 });
    await page.mouse.up();
    await page.waitForTimeout(300);
  }
  await page.locator('[data-map-state="idle"]').waitFor();
}
