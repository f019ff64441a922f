import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameCentre } from '../../../src/domain/project';
import { encodeTable, TABLE_FILE_VERSION } from '../../../src/engine/table-file/table-file';
import { readTable } from '../../../src/io/import/read-table';
import { featuresIn } from '../support/planar-city';
import { resultOf } from '../support/steps';

/** Files beside a city's GeoJSON, with the same parcels in other forms. */
export const FORMS = {
  flatGeobuf: 'parcels.fgb',
  binary: `parcels.v${TABLE_FILE_VERSION}.xztable`,
} as const;

export interface OtherForms {
  readonly vertices: number;
  readonly geojsonBytes: number;
  readonly flatGeobufBytes: number;
  readonly binaryBytes: number;
}

/** Writes the other forms where they are not there yet. */
export async function otherForms({ folder }: { folder: string }): Promise<OtherForms> {
  const source = join(folder, 'parcels.geojson');
  const [flatGeobuf, binary] = [join(folder, FORMS.flatGeobuf), join(folder, FORMS.binary)];
  const bytes = new Uint8Array(readFileSync(source));
  const { frame } = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as { frame: FrameCentre };
  const { report, table, ...rest } = await readTable({ file: 'parcels.geojson', layer: 'parcels', bytes });
  if (!table) throw new Error('the parcels could not be read');
  if (!existsSync(binary)) writeFileSync(binary, resultOf(encodeTable({ report, table, ...rest }, frame)));
  if (!existsSync(flatGeobuf)) {
    const features = [...featuresIn(source)] as GeoJSON.Feature[];
    writeFileSync(flatGeobuf, serialize({ type: 'FeatureCollection', features }));
  }
  return {
    vertices: table.geometry.xy.length / 2,
    geojsonBytes: bytes.length,
    flatGeobufBytes: statSync(flatGeobuf).size,
    binaryBytes: statSync(binary).size,
  };
}
