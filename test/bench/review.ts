/**
 * How long the page is deaf while many conflicts are reviewed:
 *   npm run bench:review -- [--conflicts 50000] [--decisions 5000]
 * Each line is what was done and the longest tasks of the main thread meanwhile.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { fillFolder, offerFolder, openFolder, secondsTo } from './measures/browser';
import { serveApp } from './support/app-server';
import { tasksWhile } from './support/main-thread';
import { reviewedCity } from './support/reviewed-city';

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

const page = await context.newPage();
page.setDefaultTimeout(600_000);
const cdp = await context.newCDPSession(page);
/** Slices of work go on after the hand is still. */
const SETTLE_MS = 3000;

const print = (line: string) => process.stdout.write(`${line}\n`);

async function watched(what: string, act: () => Promise<unknown>): Promise<void> {
  const tasks = await tasksWhile(cdp, async () => {
    await act();
    await page.waitForTimeout(SETTLE_MS);
  });
  print(`${what}: ${tasks.slice(0, 6).map(Math.round).join(', ')} ms`);
}

try {
  await offerFolder(page);
  await page.goto(server.url);
  await fillFolder(page, Array.from(files.keys()));
  print(`opened in ${(await secondsTo(page, () => openFolder(page))).toFixed(1)} s`);
  const grid = page.getByRole('grid', { name: '冲突' });
  await watched('to the conflicts', () => page.getByRole('tab', { name: '冲突' }).click());
  await watched('scroll', async () => {
    await grid.hover();
    for (let n = 0; n < 30; n++) {
      await page.mouse.wheel(0, 1500);
      await page.waitForTimeout(50);
    }
  });
  await watched('sort by object', () => grid.getByRole('button', { name: '对象', exact: true }).click());
  await watched('sort by distance', () => grid.getByRole('button', { name: '距离', exact: true }).click());
  await watched('sort by state', () => grid.getByRole('button', { name: '核查', exact: true }).click());
  await watched('look for a text', () =>
    page.getByLabel('搜索校址、对象、规则').pressSequentially('地块 12'),
  );
  await watched('look for none', () => page.getByLabel('搜索校址、对象、规则').fill(''));
  await watched('filter by state', async () => {
    await page.getByLabel('全部核查状态').selectOption('stale');
  });
  await watched('group by rule', async () => {
    await page.getByLabel('分组方式').selectOption('rule');
  });
  await watched('ungroup', async () => {
    await page.getByLabel('分组方式').selectOption('');
  });
  await watched('choose all that are stale', () =>
    page.getByRole('checkbox', { name: /^选中筛选出的/ }).click(),
  );
  await page.getByRole('button', { name: '批量给出意见…' }).click();
  const who = page.getByRole('dialog', { name: '您是谁' });
  await who.getByLabel('姓名').fill('王工');
  await who.getByLabel('角色').selectOption('reviewer');
  await who.getByRole('button', { name: '确定' }).click();
  const dialog = page.getByRole('dialog', { name: /同一意见/ });
  await watched('give a reason', () => dialog.getByLabel('理由').fill('统一补正'));
  await watched('decide on all of them', () =>
    dialog.getByRole('button', { name: /^对 .* 处给出意见/ }).click(),
  );
  await watched('undo', () => page.keyboard.press('Control+z'));
} finally {
  await context.close();
  server.close();
  rmSync(place, { recursive: true, force: true });
}
