import { beforeAll, describe, expect, it } from 'vitest';
import { gisWriter, type GisFormat } from '../../../../../src/io/export/formats/writers';
import { readerOf } from '../../../../../src/io/import/formats/readers';
import { recognise } from '../../../../../src/io/import/formats/recognise/recognise';
import type { SourceFile, SourceLayer } from '../../../../../src/io/import/formats/source-layer';
import { exportOptions, parcelLayer } from '../../../../builders/export-layers';
import { gdalHere, warmGdal } from '../../../../builders/gdal';
import { interchangeFile, interchangeZip } from '../../../../builders/interchange';
import { mutated } from '../../../../builders/mutated';

/** Files of each kind that are tried; a sample, of which XUEZHI_FUZZ asks for more. */
const SAMPLE = Number(process.env.XUEZHI_FUZZ ?? 12);
const FIRST_SEED = Number(process.env.XUEZHI_FUZZ_SEED ?? 1);

/** Twenty parcels as a format writes them. */
async function sound(format: GisFormat): Promise<readonly SourceFile[]> {
  const layer = parcelLayer(4490);
  const few = { ...layer, features: [...layer.features].slice(0, 20) };
  const writer = await gisWriter(format, gdalHere);
  const written = await writer([few], exportOptions(4490, 'gb18030'));
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value.files;
}

const SOURCES: readonly {
  readonly what: string;
  readonly files: () => Promise<readonly SourceFile[]>;
  readonly spoilt: RegExp;
}[] = [
  { what: '.shp', files: () => sound('shapefile'), spoilt: /\.shp$/u },
  { what: '.shx', files: () => sound('shapefile'), spoilt: /\.shx$/u },
  { what: '.dbf', files: () => sound('shapefile'), spoilt: /\.dbf$/u },
  { what: 'GeoPackage', files: () => sound('geopackage'), spoilt: /./u },
  {
    what: '.gdbtable',
    files: () => Promise.resolve(interchangeZip('gdb-4523.zip')),
    spoilt: /(?:1|4|9)\.gdbtable$/u,
  },
  { what: 'KML', files: () => sound('kml'), spoilt: /./u },
  { what: 'DXF', files: () => sound('dxf'), spoilt: /./u },
  {
    what: 'FlatGeobuf',
    files: () => Promise.resolve([interchangeFile('4490.fgb.gz')]),
    spoilt: /./u,
  },
];

describe.each(SOURCES)('mutated files: $what', ({ files, spoilt }) => {
  let whole: readonly SourceFile[];
  beforeAll(async () => {
    whole = await files();
  });

  it('are read or refused with a reason', { timeout: 60_000 + SAMPLE * 1000 }, async () => {
    const gdal = warmGdal();
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SAMPLE; seed++) {
      const spoiltFiles = whole.map(({ name, bytes }) => ({
        name,
        bytes: spoilt.test(name) ? mutated(bytes, seed) : bytes.slice(),
      }));
      const { sets, refused } = recognise(spoiltFiles);
      expect(sets.length + refused.length, `seed ${seed}`).toBeGreaterThan(0);
      const reasons = refused.map(({ reason }) => reason);
      for (const set of sets) {
        const read = await (await readerOf(set.format, gdal))(set.files, {});
        if (read.ok) read.value.forEach((layer) => expectWhole(layer, `seed ${seed}`));
        else reasons.push(read.error);
      }
      for (const { code } of reasons) expect(code, `seed ${seed}`).toMatch(/^[a-z]/u);
    }
  });
});

function expectWhole({ geojson, count }: SourceLayer, which: string): void {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(geojson);
  const collection = JSON.parse(text) as { type: string; features: unknown[] };
  expect(collection.type, which).toBe('FeatureCollection');
  expect(Number.isInteger(count), which).toBe(true);
}
