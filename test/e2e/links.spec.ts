import type { Page } from '@playwright/test';
import { toGcj02 } from '../../src/geo/crs/offset-systems';
import { fullVectorTile, pmtiles } from '../builders/pmtiles';
import { png } from '../builders/png';
import { startLinkServer, type LinkServer } from './support/link-server';
import { expect, graveFaults, test } from './support/test';

let server: LinkServer;

test.beforeEach(async () => {
  server = await startLinkServer();
});
test.afterEach(() => server.stop());

const dialogOf = (page: Page) => page.getByRole('dialog', { name: '底图与网络访问' });

async function openDialog(page: Page) {
  await page.keyboard.press('b');
  await expect(dialogOf(page)).toBeVisible();
  return dialogOf(page);
}

/** Adds a base map of tiles by address, with the reload that opens its host where it is not open. */
async function addTiles(page: Page, path: string, ready: () => Promise<void>, isGcj02 = false) {
  const dialog = await openDialog(page);
  await dialog.getByLabel('地址').fill(`${server.origin}/${path}/{z}/{x}/{y}.png`);
  if (isGcj02) await dialog.getByLabel('此底图为 GCJ-02').last().check();
  const gate = dialog.getByRole('button', { name: '允许访问并重新加载' });
  if (await gate.isVisible()) {
    await gate.click();
    await ready();
    await expect(dialog.getByLabel('地址')).toHaveValue(`${server.origin}/${path}/{z}/{x}/{y}.png`);
  }
  return dialog;
}

/** Asks a host from the page itself, as a script that does not belong there would. */
function askFromPage(page: Page, address: string): Promise<string> {
  return page.evaluate(async (url) => {
    const violated = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        resolve(effectiveDirective),
      );
    });
    const asked = fetch(url).then(
      () => 'answered',
      () => violated,
    );
    return asked;
  }, address);
}

test('nothing outside is asked without a host that the user has added, and then only that', async ({
  app,
  page,
}) => {
  await app.openSmallSample();
  await expect(page.getByText('离线 · 数据不出本机')).toBeVisible();
  const other = await startLinkServer();
  expect(await askFromPage(page, `${server.origin}/plain/1/0/0.png`)).toBe('connect-src');
  expect(server.asked).toEqual([]);

  const dialog = await addTiles(page, 'plain', () => app.computed());
  await dialog.getByRole('button', { name: '试一试' }).click();
  await expect(dialog.getByText(/成功：收到 14 级/)).toBeVisible();
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  await expect(dialog.getByRole('row', { name: new RegExp(server.origin) })).toContainText('可访问');
  expect(await graveFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await app.computed();
  await expect(page.getByText(/^底图：127\.0\.0\.1/)).toBeVisible();
  await expect(page.getByText('联网 · 允许 1 个主机')).toBeVisible();
  await expect.poll(() => server.asked.length).toBeGreaterThan(3);
  expect(await askFromPage(page, `${other.origin}/plain/1/0/0.png`)).toBe('connect-src');
  expect(other.asked).toEqual([]);
  await other.stop();
  app.expectFaults(/violates the following Content Security Policy|Failed to fetch|Refused to connect/);
});

test('a host that is removed is asked no more after the reload', async ({ app, page }) => {
  await app.openSmallSample();
  const dialog = await addTiles(page, 'plain', () => app.computed());
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  await dialog.getByRole('button', { name: /^移除“127/ }).click();
  await expect(dialog.getByRole('row', { name: new RegExp(server.origin) })).toContainText('重新加载后关闭');
  await dialog.getByRole('button', { name: '重新加载', exact: true }).click();
  await app.computed();
  await expect(dialog.getByText('学址不向本站以外的任何主机发请求')).toBeVisible();
  const before = server.asked.length;
  expect(await askFromPage(page, `${server.origin}/plain/1/0/0.png`)).toBe('connect-src');
  expect(server.asked.length).toBe(before);
  app.expectFaults(/violates the following Content Security Policy|Failed to fetch|Refused to connect/);
});

test('an address without places for tiles says what it lacks', async ({ app, page }) => {
  await app.openSmallSample();
  const dialog = await openDialog(page);
  const said = dialog.getByText('地址中缺少 {z}、{x}、{y}');
  await dialog.getByLabel('地址').fill(`${server.origin}/plain/`);
  await expect(said).toBeVisible();
  await expect(dialog.getByRole('button', { name: '添加', exact: true })).toBeDisabled();
  await dialog.getByLabel('地址').fill(`${server.origin}/plain/{z}/{x}/{-y}.png`);
  await expect(said).toBeHidden();
  await dialog.getByLabel('类型').selectOption('WMS');
  await dialog.getByLabel('地址').fill(`${server.origin}/wms`);
  await expect(said).toBeHidden();
});

test('hosts that were not written by the dialog open nothing', async ({ app, page }) => {
  for (const hosts of [
    '["http://*"]',
    `["${server.origin}/"]`,
    `["${server.origin}", "https:"]`,
    '{',
    '"*"',
  ]) {
    await page.addInitScript((kept) => localStorage.setItem('xuezhi.hosts', kept), hosts);
    await page.goto('?sample=minimal');
    await app.computed();
    expect(await askFromPage(page, `${server.origin}/plain/1/0/0.png`)).toBe('connect-src');
  }
  expect(server.asked).toEqual([]);
  app.expectFaults(/violates the following Content Security Policy|Failed to fetch|Refused to connect/);
});

test('without the policy the application does not start', async ({ app, page }) => {
  await page.route('**/content-policy.js', (route) => route.abort());
  await page.goto('?sample=minimal');
  await expect(page.getByRole('alert')).toContainText('学址不会启动');
  app.expectFaults(/ERR_FAILED/);
});

test('what a service answers instead of a tile is said in words', async ({ app, page }) => {
  await app.openSmallSample();
  const dialog = await addTiles(page, 'forbidden', () => app.computed());
  const tried = async (path: string) => {
    await dialog.getByLabel('地址').fill(`${server.origin}/${path}/{z}/{x}/{y}.png?tk=geheim-geheim`);
    await dialog.getByRole('button', { name: '试一试' }).click();
    return dialog.getByRole('alert').last();
  };
  await expect(await tried('forbidden')).toContainText('拒绝访问（403）');
  await expect(await tried('login')).toContainText('可能是登录页');
  await expect(await tried('closed')).toContainText('缺少 CORS 响应头');
  await expect(await tried('nowhere')).toContainText('404');
  await expect(page.locator('body')).not.toContainText('geheim');
  app.expectFaults(/403|404|CORS|ERR_FAILED/);
});

test('a layer of a WMTS in Web Mercator is chosen from what it offers', async ({ app, page }) => {
  await app.openSmallSample();
  const dialog = await openDialog(page);
  await dialog.getByLabel('类型').selectOption('WMTS');
  await dialog.getByLabel('地址').fill(`${server.origin}/wmts?key=0123456789`);
  await dialog.getByRole('button', { name: '允许访问并重新加载' }).click();
  await app.computed();
  await dialog.getByRole('button', { name: '读取服务' }).click();
  await expect(dialog.getByLabel('图层', { exact: true })).toHaveValue('city:image');
  await expect(dialog.getByText('另有 1 个图层没有 Web 墨卡托')).toBeVisible();
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  await page.keyboard.press('Escape');
  await app.computed();
  await expect(page.getByText('底图：现状影像 2024 © 示例测绘院')).toBeVisible();
  const tile = server.asked.find((path) => path.includes('GetTile')) ?? '';
  expect(tile).toContain('TILEMATRIX=EPSG%3A900913%3A');
  expect(tile).toContain('key=0123456789');
});

test('a layer of a WMS is asked for piece by piece, and what is none says so', async ({ app, page }) => {
  await app.openSmallSample();
  const dialog = await openDialog(page);
  await dialog.getByLabel('类型').selectOption('WMS');
  await dialog.getByLabel('地址').fill(`${server.origin}/login`);
  await dialog.getByRole('button', { name: '允许访问并重新加载' }).click();
  await app.computed();
  await dialog.getByRole('button', { name: '读取服务' }).click();
  await expect(dialog.getByRole('alert').last()).toContainText('可能是登录页');
  await dialog.getByLabel('地址').fill(`${server.origin}/wmts`);
  await dialog.getByRole('button', { name: '读取服务' }).click();
  await expect(dialog.getByRole('alert').last()).toContainText('不是 WMS 能力文档');
  await dialog.getByLabel('地址').fill(`${server.origin}/wms?key=0123456789`);
  await dialog.getByRole('button', { name: '读取服务' }).click();
  await dialog.getByLabel('图层', { exact: true }).selectOption({ label: '道路' });
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  await page.keyboard.press('Escape');
  await app.computed();
  await expect(page.getByText('底图：道路 © 示例规划局')).toBeVisible();
  const asked = server.asked.find((path) => path.includes('GetMap')) ?? '';
  expect(asked).toMatch(/LAYERS=road.*CRS=EPSG%3A3857/i);
  expect(asked).toContain('key=0123456789');
});

test('a base map in GCJ-02 is drawn where its ground is, to a pixel', async ({ app, page }) => {
  await app.openSmallSample();
  // Nearer than the source's last zoom, of which a pixel is half a metre.
  for (let i = 0; i < 3; i++) await app.zoomIn(0.5, 0.5);
  const at = async (x: number, y: number) => {
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
    return shownDegrees(page);
  };
  const [x, y] = await app.mapPoint(0.5, 0.5);
  const wanted = await at(x, y);
  server.crossAt = toGcj02(...wanted);

  const dialog = await addTiles(page, 'cross', () => app.computed(), true);
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  await page.keyboard.press('Escape');
  await app.computed();
  await expect(page.getByText('GCJ-02 源，已纠偏显示')).toBeVisible();
  for (let i = 0; i < 3; i++) await app.zoomIn(0.5, 0.5);
  const found = await redCross(page);
  const shown = await at(...found);
  const pixel = 360 / (256 * 2 ** 18);
  expect(Math.abs(shown[0] - wanted[0]) / pixel).toBeLessThan(1);
  expect(Math.abs(shown[1] - wanted[1]) / (pixel * Math.cos((wanted[1] * Math.PI) / 180))).toBeLessThan(1);
});

test('a PMTiles file of this machine is a base map without any host', async ({ app, page }) => {
  await app.openSmallSample();
  const dialog = await openDialog(page);
  await dialog.getByLabel('类型').selectOption('PMTiles 本机文件');
  const world = pmtiles(2, [[{ z: 0, x: 0, y: 0 }, png(256, () => [255, 0, 0, 255])]]);
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '选择 PMTiles 文件…' }).click();
  await (await chooser).setFiles({ name: '城.pmtiles', mimeType: '', buffer: world });
  await expect(dialog.getByText('栅格瓦片，0–0 级')).toBeVisible();
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  await expect(dialog.getByText('学址不向本站以外的任何主机发请求')).toBeVisible();
  await page.keyboard.press('Escape');
  await app.computed();
  await expect(page.getByText('底图：城.pmtiles')).toBeVisible();
  // Red from edge to edge.
  const [x, y] = await redCross(page);
  const [left, top] = await app.mapPoint(0.5, 0.5);
  expect(Math.hypot(x - left, y - top)).toBeLessThan(60);
});

test('vectors of a PMTiles file are drawn plainly, and what is no archive is refused', async ({
  app,
  page,
}) => {
  await app.openSmallSample();
  const [x, y] = await app.mapPoint(0.03, 0.5);
  const before = await colourAt(page, x, y);
  const dialog = await openDialog(page);
  await dialog.getByLabel('类型').selectOption('PMTiles 本机文件');
  const choose = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: '选择 PMTiles 文件…' }).click();
    await (await chooser).setFiles({ name, mimeType: '', buffer });
  };
  await choose('假.pmtiles', Buffer.from('no archive at all'.repeat(20)));
  await expect(dialog.getByText('“假.pmtiles”不是可读的 PMTiles 第 3 版文件。')).toBeVisible();
  const tile = fullVectorTile('water');
  const layers = { vector_layers: [{ id: 'water', fields: {} }] };
  await choose('水.pmtiles', pmtiles(1, [[{ z: 0, x: 0, y: 0 }, tile]], layers));
  await expect(dialog.getByText('矢量瓦片，0–0 级')).toBeVisible();
  await dialog.getByRole('button', { name: '添加', exact: true }).click();
  await page.keyboard.press('Escape');
  await app.computed();
  await expect(page.getByText('底图：水.pmtiles')).toBeVisible();
  await expect.poll(() => colourAt(page, x, y)).not.toEqual(before);
  const [red = 0, , blue = 0] = await colourAt(page, x, y);
  expect(blue - red).toBeGreaterThan(10);
});

test('features of a WFS come into the import', async ({ app, page }) => {
  await app.openSmallSample();
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: '从网络服务添加…' }).click();
  const services = page.getByRole('dialog', { name: '从网络服务添加图层' });
  await services.getByLabel('地址').fill(`${server.origin}/wfs`);
  await services.getByRole('button', { name: '允许访问并重新加载' }).click();
  await app.computed();
  await services.getByRole('button', { name: '读取服务' }).click();
  await expect(services.getByLabel('要素集')).toHaveValue('city:parcels');
  await services.getByLabel('只取本项目范围').uncheck();
  await services.getByRole('button', { name: '取数据' }).click();
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  await expect(dialog.getByRole('checkbox', { name: '地块.geojson' })).toBeChecked({ timeout: 60_000 });
  await expect(dialog.getByText(/12 个要素/).first()).toBeVisible();
  expect(server.asked.some((path) => /GetFeature.*typeNames=city%3Aparcels/.test(path))).toBe(true);
});

test('features of an OGC API come page by page into the import, and remember where they are from', async ({
  app,
  page,
}) => {
  await app.openSmallSample();
  const openServices = async () => {
    await page.keyboard.press('Control+i');
    await page.getByRole('button', { name: '从网络服务添加…' }).click();
  };
  await openServices();
  const services = page.getByRole('dialog', { name: '从网络服务添加图层' });
  await services.getByLabel('地址').fill(`${server.origin}/ogc?key=geheim-geheim`);
  await services.getByRole('button', { name: '允许访问并重新加载' }).click();
  await app.computed();
  await expect(services.getByLabel('地址')).toHaveValue(`${server.origin}/ogc?key=geheim-geheim`);
  await services.getByRole('button', { name: '读取服务' }).click();
  await expect(services.getByLabel('要素集')).toHaveValue('parcels');
  await services.getByLabel('只取本项目范围').uncheck();
  expect(await graveFaults(page)).toEqual([]);
  await services.getByRole('button', { name: '取数据' }).click();
  const dialog = page.getByRole('dialog', { name: '导入图层' });
  await expect(dialog.getByRole('checkbox', { name: '地块.geojson' })).toBeChecked({ timeout: 60_000 });
  await expect(dialog.getByText('1,203').first()).toBeVisible();
  await dialog.getByRole('button', { name: '导入 1 个文件' }).click();
  await app.acknowledge();
  await app.computed();
  await app.show('图层');
  await expect(page.getByText(new RegExp(`地块 ${server.origin}/ogc \\(parcels`))).toBeVisible();
  await expect(page.locator('body')).not.toContainText('geheim');
  const pages = server.asked.filter((path) => path.includes('/items'));
  expect(pages).toHaveLength(3);
});

/** Degrees that the status bar shows. */
async function shownDegrees(page: Page): Promise<[number, number]> {
  const words = await page.getByRole('contentinfo').innerText();
  const numbers = Array.from(words.matchAll(/(\d+\.\d{4,})°/g), ([, number]) => Number(number));
  if (numbers.length < 2) throw new Error(`no degrees in ${words}`);
  const [lon = 0, lat = 0] = numbers;
  return [lon, lat];
}

/** Red, green and blue of a pixel of the page. */
async function colourAt(page: Page, x: number, y: number): Promise<number[]> {
  const shot = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
    pen.drawImage(image, 0, 0);
    return Array.from(pen.getImageData(0, 0, 1, 1).data.slice(0, 3));
  }, shot.toString('base64'));
}

/** The middle of the red lines on the map, in pixels of the page. */
async function redCross(page: Page): Promise<[number, number]> {
  const map = page.locator('.xz-map-canvas');
  const box = await map.boundingBox();
  const shot = await map.screenshot();
  if (!box) throw new Error('there is no map');
  const middle = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const { data, width, height } = pen!.getImageData(0, 0, image.width, image.height);
    const columns = new Float64Array(width);
    const rows = new Float64Array(height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const i = (y * width + x) * 4;
        const redness = Math.max(0, data[i]! - Math.max(data[i + 1]!, data[i + 2]!)) / 255;
        columns[x] = columns[x]! + redness;
        rows[y] = rows[y]! + redness;
      }
    }
    const middleOf = (sums: Float64Array) => {
      const most = Math.max(...sums);
      const weights = Array.from(sums, (sum, i) => [i, sum > most / 4 ? sum : 0] as const);
      const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
      return weights.reduce((sum, [i, weight]) => sum + (i + 0.5) * weight, 0) / total;
    };
    return [middleOf(columns), middleOf(rows)] as const;
  }, shot.toString('base64'));
  return [box.x + middle[0], box.y + middle[1]];
}
