import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { GeoFeature } from '../../../src/domain/feature';
import type { FeatureTable } from '../../../src/domain/feature-table';
import type { FrameCentre } from '../../../src/domain/project';
import { fileBytes } from '../../../src/cli/file-bytes';
import { LEAST_CORES, rangeScanners } from '../../../src/engine/range-scanners';
import { decodeTable } from '../../../src/engine/table-file/table-file';
import { createFrame } from '../../../src/geo/frame';
import { placeLaidShapes, placeShapes } from '../../../src/geo/place-shapes';
import { readTable } from '../../../src/io/import/read-table';
import { rangeWorker } from '../support/node-worker';
import { resultOf } from '../support/steps';
import { FORMS } from './other-forms';
import { featuresIn, flattened } from '../support/planar-city';

export interface Load {
  readonly seconds: number;
  /** Most memory that the process had, less what it had before. */
  readonly peakBytes: number;
}

const WAYS = {
  /** Text, objects, flat arrays in degrees: what a program without a loader does, and no more. */
  json(folder: string): void {
    flattened(featuresIn(join(folder, 'parcels.geojson')));
  },

  async flatGeobuf(folder: string): Promise<void> {
    const features: GeoFeature[] = [];
    const bytes = new Uint8Array(readFileSync(join(folder, FORMS.flatGeobuf)));
    for await (const feature of deserialize(bytes)) features.push(feature as GeoFeature);
    flattened(features);
  },

  /** Bytes, columns, metres of the frame, index: ready to be asked. The file is read as the command line does. */
  async scanner(folder: string, centre: FrameCentre): Promise<void> {
    const path = join(folder, 'parcels.geojson');
    const bytes = fileBytes(path, statSync(path).size);
    const { table } = await readTable({ file: 'parcels.geojson', layer: 'parcels', bytes, frame: centre });
    if (!table) throw new Error('the parcels could not be read');
    place(table, centre);
  },

  /**
   * The same with the ranges of the file scanned in workers, as the browser does where there are cores; the whole file
   * in memory first, for a worker that reads a blob of a file on disk can bring Node 20 down.
   */
  async scanners(folder: string, centre: FrameCentre): Promise<void> {
    const bytes = new Blob([readFileSync(join(folder, 'parcels.geojson'))]);
    const scanners = rangeScanners(bytes, Math.max(LEAST_CORES, availableParallelism()), rangeWorker);
    const request = { file: 'parcels.geojson', layer: 'parcels', bytes, frame: centre } as const;
    const { table } = await readTable(request, { scanners });
    if (!table) throw new Error('the parcels could not be read');
    place(table, centre);
  },

  /** The same from the form in which the browser keeps a layer. */
  binary(folder: string, centre: FrameCentre): void {
    const reading = resultOf(decodeTable(readFileSync(join(folder, FORMS.binary))));
    if (!reading.ok) throw new Error(reading.error);
    const { laid, rows } = reading.value.table;
    resultOf(placeLaidShapes(createFrame(centre), laid, rows));
  },
} as const;

function place({ geometry }: FeatureTable, centre: FrameCentre): void {
  resultOf(placeShapes(createFrame(centre), geometry));
}

/** Loads a city's parcels once, in a process that has done nothing else. */
export async function load({ folder, way }: { folder: string; way: keyof typeof WAYS }): Promise<Load> {
  const project = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as { frame: FrameCentre };
  const before = process.memoryUsage.rss();
  const start = performance.now();
  await WAYS[way](folder, project.frame);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, peakBytes: process.resourceUsage().maxRSS * 1024 - before };
}
