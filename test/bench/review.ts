/**
 * How long the page is deaf while many conflicts are reviewed:
 *   npm run bench:review -- [--conflicts 50000] [--decisions 5000]
 * Each line is what was done and the tasks of the main thread that took more than 50 ms meanwhile.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { fillFolder, offerFolder, openFolder, secondsTo, watchedWhile } from './measures/browser';
import { serveApp } from './support/app-server';
import { reviewedCity } from './support/reviewed-city';
import { watchPage } from './support/page-watch';

const { values } = parseArgs({
  options: {
    conflicts: { type: 'string', default: '50000' },
    decisions: { type: 'string', default: '5000' },
  },
});

const place = mkdtempSync(join(tmpdir(), 'xuezhi-review-'));
const app = join(place, 'app');
const folder = join(place, 'city');
const files = reviewedCity(Number(values.conflicts), Number(values.decisions));
for (const [path, text] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
await build({ logLevel: 'warn', build: { outDir: app, emptyOutDir: true } });
const server = await serveApp(app, folder);
const executablePath = execFileSync(process.execPath, ['scripts/chromium.mjs'], { encoding: 'utf8' }).trim();
const context = await chromium.launchPersistentContext(join(place, 'profile'), {
  executablePath,
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});

const print = (line: string) => process.stdout.write(`${line}\n`);

async function watched(page: Page, what: string, act: () => Promise<void>): Promise<void> {
  const { longTasks } = await watchedWhile(page, async () => {
    await act();
    await page.waitForTimeout(2500);
  });
  const shown = longTasks.map((task) => Math.round(task)).sort((a, b) => b - a);
  print(`${what}: ${shown.length === 0 ? 'none' : `${shown.slice(0, 12).join(', ')} ms`}`);
}

try {
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await watchPage(page);
  await offerFolder(page);
  await page.goto(server.url);
  await fillFolder(page, Array.from(files.keys()));
  print(`opened in ${(await secondsTo(page, () => openFolder(page))).toFixed(1)} s`);
  const grid = page.getByRole('grid', { name: '冲突' });
  await watched(page, 'to the conflicts', () => page.getByRole('tab', { name: '冲突' }).click());
  await watched(page, 'scroll', async () => {
    await grid.hover();
    for (let n = 0; n < 30; n++) await page.mouse.wheel(0, 1500);
  });
  await watched(page, 'sort by object', () => grid.getByRole('button', { name: '对象' }).click());
  await watched(page, 'sort by distance', () => grid.getByRole('button', { name: '距离' }).click());
  await watched(page, 'sort by state', () => grid.getByRole('button', { name: '核查' }).click());
  await watched(page, 'look for a text', () =>
    page.getByLabel('搜索校址、对象、规则').pressSequentially('地块 12'),
  );
  await watched(page, 'look for none', () => page.getByLabel('搜索校址、对象、规则').fill(''));
  await watched(page, 'filter by state', async () => {
    await page.getByLabel('全部核查状态').selectOption('stale');
  });
  await watched(page, 'group by rule', async () => {
    await page.getByLabel('分组方式').selectOption('rule');
  });
  await watched(page, 'ungroup', async () => {
    await page.getByLabel('分组方式').selectOption('');
  });
  await watched(page, 'choose all that are stale', () =>
    page.getByRole('checkbox', { name: /^选中筛选出的/ }).click(),
  );
  await page.getByRole('button', { name: '批量给出意见…' }).click();
  const who = page.getByRole('dialog', { name: '您是谁' });
  await who.getByLabel('姓名').fill('王工');
  await who.getByLabel('角色').selectOption('reviewer');
  await who.getByRole('button', { name: '确定' }).click();
  const dialog = page.getByRole('dialog', { name: /同一意见/ });
  await watched(page, 'give a reason', () => dialog.getByLabel('理由').fill('统一补正'));
  await watched(page, 'decide on all of them', () =>
    dialog.getByRole('button', { name: /^对 .* 处给出意见/ }).click(),
  );
  await watched(page, 'undo', () => page.keyboard.press('Control+z'));
} finally {
  await context.close();
  server.close();
  rmSync(place, { recursive: true, force: true });
}
