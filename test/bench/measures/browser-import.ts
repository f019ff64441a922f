import { chromium } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { serveApp } from '../support/app-server';
import { watchPage, workOf, type PageWork } from '../support/page-watch';

/** Files of the parcels that GDAL writes beside the city, by driver. */
const FILES = {
  'ESRI Shapefile': ['parcels.shp', 'parcels.dbf', 'parcels.shx', 'parcels.prj', 'parcels.cpg'],
  GPKG: ['parcels.gpkg'],
} as const;
const WAIT_MS = 900_000;

export interface BrowserImport {
  readonly driver: string;
  readonly bytes: number;
  /** Seconds from the choice of the files to their report, and from the user's word to the conflicts computed. */
  readonly reportS: number;
  readonly takenS: number;
  readonly reading: PageWork;
  readonly taking: PageWork;
}

/** Imports a city's parcels from other formats into the built application; null where GDAL is not installed. */
export async function browserImport({ folder }: { folder: string }): Promise<BrowserImport[] | null> {
  if (!writeFiles(folder)) return null;
  const app = mkdtempSync(join(tmpdir(), 'xuezhi-app-'));
  await build({ logLevel: 'warn', build: { outDir: app, emptyOutDir: true } });
  const server = await serveApp(app, folder);
  const executablePath = execFileSync(process.execPath, ['scripts/chromium.mjs'], {
    encoding: 'utf8',
  }).trim();
  const args = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
  const imports: BrowserImport[] = [];
  try {
    for (const [driver, names] of Object.entries(FILES)) {
      const browser = await chromium.launch({ executablePath, args });
      const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(WAIT_MS);
      await watchPage(page);
      await page.goto(`${server.url}?sample=minimal`);
      await page.locator('[data-engine-status="ready"]').first().waitFor();
      await page.getByRole('button', { name: '文件', exact: true }).click();
      await page.getByRole('menuitem', { name: /^导入图层/ }).click();
      const dialog = page.getByRole('dialog', { name: '导入图层' });
      const paths = names.map((name) => join(folder, name));
      await workOf(page);
      const start = performance.now();
      await dialog.locator('input[type=file]').setInputFiles(paths);
      await dialog.getByText(/共 [\d,]+ 个要素/).waitFor();
      const reportS = (performance.now() - start) / 1000;
      const reading = await workOf(page);
      const begun = performance.now();
      await dialog.getByRole('checkbox').first().check();
      await dialog.getByRole('button', { name: '导入 1 个文件' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: '知道了' }).click();
      await page.locator('[data-engine-status="ready"]').first().waitFor();
      const takenS = (performance.now() - begun) / 1000;
      const taking = await workOf(page);
      const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
      imports.push({ driver, bytes, reportS, takenS, reading, taking });
      await browser.close();
    }
  } finally {
    server.close();
    rmSync(app, { recursive: true, force: true });
  }
  return imports;
}

/** Whether the files are there, written by GDAL where they were not. */
function writeFiles(folder: string): boolean {
  for (const [driver, [first]] of Object.entries(FILES)) {
    const target = join(folder, first);
    if (existsSync(target)) continue;
    const options = driver === 'GPKG' ? [] : ['-lco', 'ENCODING=UTF-8'];
    try {
      execFileSync('ogr2ogr', ['-f', driver, ...options, target, join(folder, 'parcels.geojson')]);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }
  return true;
}
