import 'fake-indexeddb/auto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { renameSite } from '../../../../src/commands/edit';
import type { BaseMap } from '../../../../src/domain/base-map';
import { createHostAsker } from '../../../../src/io/links/host-asker';
import { writeZip } from '../../../../src/io/project/write-zip';
import { EXPORT_KINDS } from '../../../../src/store/project-session';
import { browser, filesOf, memoryOf, PROJECT_FILES } from '../../../builders/app';
import { ogcCollections, ogcItems, ogcLanding } from '../../../builders/capabilities';
import { testDesk } from '../../../builders/folders';

const HOST = 'https://a.cn';
const KEY = 'geheim-geheim';

const BASE: Omit<BaseMap, 'id' | 'source'> = {
  ...{ title: '影像', attribution: '', shown: true, opacity: 1, isGcj02: false },
  ...{ minZoom: 0, maxZoom: 18, tileSize: 256 },
};

/** A service that asks for a key. */
function answer(address: string): Response {
  const url = new URL(address);
  if (url.searchParams.get('key') !== KEY) return new Response('', { status: 403 });
  const path = url.pathname.split('/').slice(2);
  const document =
    path.length === 0
      ? ogcLanding(`${HOST}/ogc`)
      : path.length === 1
        ? ogcCollections(`${HOST}/ogc`)
        : ogcItems(url, 3);
  return Response.json(document);
}

/** All texts in a file, those in the files of a zip too. */
function textsIn(bytes: Uint8Array): string[] {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [strFromU8(bytes)];
  return Object.entries(unzipSync(bytes)).flatMap(([path, content]) => [path, ...textsIn(content)]);
}

it('the keys of base maps and services get into no project, journal entry, bundle or other export', async () => {
  const [desk, memory] = [testDesk(), memoryOf()];
  const asker = createHostAsker([HOST], (address) => Promise.resolve(answer(address as string)));
  const tab = await browser('a').openTab({ desk, memory, asker });
  const { links, imports, project, audit } = tab;
  await project.openZip('a.zip', writeZip(filesOf(PROJECT_FILES)));
  links.addHost(HOST);
  links.addBaseMap({ ...BASE, source: { kind: 'xyz', template: `${HOST}/{z}/{x}/{y}?tk=${KEY}` } });
  links.addBaseMap({ ...BASE, source: { kind: 'tianditu', layer: 'vec', key: KEY } });

  const address = `${HOST}/ogc?key=${KEY}`;
  const { signal } = new AbortController();
  const service = await links.featuresAt(address, signal);
  if (!service.ok) throw new Error(service.error.code);
  const collection = service.value.collections[0]!;
  const wish = { service: service.value, collection, address, onlyHere: false, most: 10, signal };
  const fetched = await links.fetchFile(wish);
  if (!fetched.ok) throw new Error(fetched.error.code);
  links.addService(address);
  await imports.add([fetched.value.file]);
  await imports.commit();
  renameSite(tab, { collection: 'schools', id: 'S-0001' }, '城东中心小学');
  await tab.idle();
  await project.save();
  for (const kind of EXPORT_KINDS) await project.exportAs(kind);
  await audit.verify();

  const files = await Promise.all(desk.downloads.map((_, index) => desk.bytes(index)));
  const written = files.flatMap(textsIn).join('\n');
  expect(files.length).toBeGreaterThan(EXPORT_KINDS.length);
  expect(written).toContain('城东中心小学');
  expect(written).toContain(`${HOST}/ogc`);
  expect(written).not.toContain(KEY);
  const journal = JSON.stringify(audit.getState().entries);
  expect(journal).toContain('op.rename-site');
  expect(journal).not.toContain(KEY);
  // It is kept, on this machine.
  expect(memory.get('links')).toContain(KEY);
  tab.stop();
});
