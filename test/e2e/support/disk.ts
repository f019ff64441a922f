import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

const FOLDER = 'data/minimal';
const FILES = [
  'project.json',
  'districts.geojson',
  'schools.geojson',
  'reservations.geojson',
  'parcels.geojson',
  'rules.json',
];

/** Bytes of a file of the smallest sample. */
export function sampleFile(name: string): Buffer {
  return readFileSync(`${FOLDER}/${name}`);
}

/**
 * A folder that the page may read and write, in place of the one that a user would pick: the browser's own private
 * file system, whose handles are of the same kind.
 */
export class Disk {
  constructor(private readonly page: Page) {}

  /** Has the page's folder dialog give this folder. Before the page is opened. */
  async offer(): Promise<void> {
    await this.page.addInitScript(() => {
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('规划', { create: true }),
      });
    });
  }

  /** Puts the smallest sample into the folder. */
  async fill(): Promise<void> {
    for (const name of FILES) await this.write(name, sampleFile(name).toString('utf8'));
  }

  async write(name: string, text: string): Promise<void> {
    await this.page.evaluate(
      async ([file, content]) => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('规划', { create: true });
        const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
        await stream.write(content);
        await stream.close();
      },
      [name, text] as const,
    );
  }

  async read(name: string): Promise<string> {
    return this.page.evaluate(async (file) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('规划');
      return (await (await folder.getFileHandle(file)).getFile()).text();
    }, name);
  }
}
