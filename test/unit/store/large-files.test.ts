import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import { browser, PROJECT_FILES } from '../../builders/app';
import { testDesk, testFolder } from '../../builders/folders';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A file of more than a megabyte, mostly blanks. */
const LARGE = `${PROJECT_FILES['facilities.geojson'] ?? ''}${' '.repeat(1 << 20)}`;

async function openedFolder() {
  const folder = testFolder('江城', { ...PROJECT_FILES, 'facilities.geojson': LARGE });
  const read: string[] = [];
  const watched = {
    ...folder,
    read: (path: string) => {
      read.push(path);
      return folder.read(path);
    },
  };
  const tab = await browser('a').openTab({ desk: testDesk(watched) });
  await tab.project.openFolder();
  await tab.idle();
  return { folder, tab, read };
}

describe('a large layer of a folder', () => {
  test('is never brought into the memory of the page', async () => {
    const { folder, tab, read } = await openedFolder();
    expect(tab.analysis.getState().analysis?.checked[0]?.objects).toBeGreaterThan(0);
    expect(read).toContain('schools.geojson');
    await tab.project.save();
    expect(read).not.toContain('facilities.geojson');
    expect(folder.written).not.toContain('facilities.geojson');
  });

  test('that was only touched is not held for changed, and one that was changed is', async () => {
    const { folder, tab } = await openedFolder();
    folder.writeOutside('facilities.geojson', LARGE);
    await tab.project.save();
    expect(tab.project.getState().conflicts).toEqual([]);
    folder.writeOutside('facilities.geojson', LARGE.replace('{', ' '));
    await tab.project.save();
    expect(tab.project.getState().conflicts).toEqual(['facilities.geojson']);
  });
});
