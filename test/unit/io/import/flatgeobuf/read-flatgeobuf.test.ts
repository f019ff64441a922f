import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { featureAt } from '../../../../../src/domain/feature-table';
import { readTable } from '../../../../../src/io/import/read-table';

const text = readFileSync('data/jiangcheng/parcels.geojson', 'utf8');
const geojson = JSON.parse(text) as GeoJSON.FeatureCollection;
const whole = serialize({ ...geojson, features: geojson.features.slice(0, 300) }, 4490);

const read = (bytes: Uint8Array) => readTable({ file: 'parcels.fgb', bytes, layer: 'parcels' });

describe('a FlatGeobuf file', () => {
  it('is read into the table that its GeoJSON gives', async () => {
    const { report, table } = await read(whole);
    const collection = { ...geojson, features: geojson.features.slice(0, 300) };
    const bytes = new TextEncoder().encode(JSON.stringify(collection));
    const other = await readTable({ file: 'parcels.geojson', bytes, layer: 'parcels' });
    expect(report).toMatchObject({ failure: null, accepted: 300, issues: other.report.issues });
    for (let row = 0; row < 300; row += 7) {
      expect(featureAt(table!, row).geometry).toEqual(featureAt(other.table!, row).geometry);
      expect(featureAt(table!, row).properties).toMatchObject({
        id: featureAt(other.table!, row).properties?.id,
        landUse: featureAt(other.table!, row).properties?.landUse,
      });
    }
    expect(table!.ids).toEqual(other.table!.ids);
  });

  it('is brought into degrees from the system that its header names', async () => {
    const square = [
      [590000, 3495000],
      [590100, 3495000],
      [590100, 3495100],
      [590000, 3495100],
      [590000, 3495000],
    ];
    const feature = {
      type: 'Feature' as const,
      properties: { id: 'a' },
      geometry: { type: 'Polygon' as const, coordinates: [square] },
    };
    const { report } = await read(serialize({ type: 'FeatureCollection', features: [feature] }, 4544));
    expect(report.remarks).toEqual([{ code: 'reprojected', params: { epsg: 4544 } }]);
    // PROJ 9.5: 590000 E, 3495000 N in EPSG:4544.
    expect(report.box![0]).toBeCloseTo(105.9480725233, 8);
  });

  it.each([0.3, 0.6, 0.99])('that is cut off at %d of its length is refused', async (share) => {
    const { report } = await read(whole.slice(0, Math.floor(whole.length * share)));
    expect(report.failure).toEqual({ code: 'flatgeobuf-broken', params: { file: 'parcels.fgb' } });
  });
});
