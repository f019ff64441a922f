import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameCentre } from '../../../src/domain/project';
import { createFrame } from '../../../src/geo/frame';
import { placeShapes } from '../../../src/geo/place-shapes';
import { readTable } from '../../../src/io/import/read-table';
import { featuresIn, flattened } from '../support/planar-city';

export interface Load {
  readonly seconds: number;
  /** Most memory that the process had, less what it had before. */
  readonly peakBytes: number;
}

const WAYS = {
  /** Text, objects, flat arrays in degrees: what a program without a loader does, and no more. */
  json(file: string): void {
    flattened(featuresIn(file));
  },

  /** Bytes, columns, metres of the frame, index: ready to be asked. */
  async xuezhi(file: string, centre: FrameCentre): Promise<void> {
    const bytes = new Uint8Array(readFileSync(file));
    const { table } = await readTable({ file: 'parcels.geojson', layer: 'parcels', bytes, frame: centre });
    if (!table) throw new Error('the parcels could not be read');
    const steps = placeShapes(createFrame(centre), table.geometry);
    while (!steps.next().done);
  },
} as const;

/** Loads a city's parcels once, in a process that has done nothing else. */
export async function load({ folder, way }: { folder: string; way: keyof typeof WAYS }): Promise<Load> {
  const project = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as { frame: FrameCentre };
  const before = process.memoryUsage.rss();
  const start = performance.now();
  await WAYS[way](join(folder, 'parcels.geojson'), project.frame);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, peakBytes: process.resourceUsage().maxRSS * 1024 - before };
}
