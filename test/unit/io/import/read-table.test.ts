import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FeatureGeometry, GeoFeature } from '../../../../src/domain/feature';
import { featureAt } from '../../../../src/domain/feature-table';
import { LAYER_NAMES } from '../../../../src/domain/layer';
import type { ByteSource } from '../../../../src/io/import/byte-source';
import { inspectLayer, type InspectInput } from '../../../../src/io/import/inspect-layer';
import { readTable } from '../../../../src/io/import/read-table';
import { mapPositions } from '../../../../src/io/import/raw';
import { document, layerName } from '../../../builders/geojson-documents';
import { write } from '../../../builders/json-spelling';
import { randomSource } from '../../../builders/random';

function flat(feature: GeoFeature): GeoFeature {
  const { geometry } = feature;
  const coordinates = mapPositions(geometry.coordinates, ([x, y]) => [x, y]);
  return { ...feature, geometry: { ...geometry, coordinates } as FeatureGeometry };
}

/** Reads both ways and expects the same of both, heights aside; gives the report. */
async function readBoth(input: InspectInput, bytes: Uint8Array | ByteSource = input.bytes) {
  const byObjects = inspectLayer(input);
  const { report, table, members, unread } = await readTable({ ...input, bytes });
  expect(report).toEqual(byObjects.report);
  expect(members).toEqual(byObjects.members);
  expect(unread).toEqual(byObjects.unread);
  expect(table === null).toBe(report.failure !== null);
  const features = Array.from({ length: table?.size ?? 0 }, (_, row) => featureAt(table!, row));
  expect(features).toEqual(byObjects.features.map(({ feature }) => flat(feature)));
  return report;
}

const FOLDER = 'test/fixtures/in';

describe('readTable gives what inspectLayer gives', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.geojson')))('of %s', async (file) => {
    const bytes = new Uint8Array(readFileSync(`${FOLDER}/${file}`));
    for (const layer of LAYER_NAMES) {
      for (const swapAxes of [false, true]) {
        await readBoth({ file, bytes, layer, swapAxes });
        await readBoth({ file, bytes, layer, swapAxes, districtsBox: [105.9, 31.5, 106.1, 31.7] });
      }
    }
  });

  it.each(['parcels', 'roads', 'facilities', 'residential', 'water', 'powerlines'] as const)(
    'of the sample’s %s',
    async (layer) => {
      const bytes = new Uint8Array(readFileSync(`data/jiangcheng/${layer}.geojson`));
      const report = await readBoth({ file: layer, bytes, layer });
      expect(report.accepted).toBeGreaterThan(0);
    },
  );

  it('of whatever can be written as GeoJSON, whole or in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.integer(), layerName, async (value, seed, layer) => {
        const next = randomSource(seed);
        const bytes = new TextEncoder().encode(write(value, next));
        const districtsBox = next() < 0.5 ? ([105.9, 31.5, 106.1, 31.7] as const) : null;
        const input = { file: 'x', bytes, layer, districtsBox, idField: 'DKBH', allowEmpty: next() < 0.5 };
        await readBoth(input, next() < 0.5 ? bytes : inPieces(bytes, 1 + Math.floor(next() * 64)));
      }),
      { numRuns: 3000 },
    );
  });

  it('of files that are broken anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.integer(), async (value, seed) => {
        const next = randomSource(seed);
        const whole = new TextEncoder().encode(write(value, next));
        const at = Math.floor(next() * whole.length);
        const bytes = next() < 0.3 ? whole.slice(0, at) : whole;
        if (bytes === whole)
          bytes[at] = next() < 0.7 ? 32 + Math.floor(next() * 96) : Math.floor(next() * 256);
        await readBoth({ file: 'x', bytes, layer: 'parcels' });
      }),
      { numRuns: 2000 },
    );
  });
});

/** The same bytes, never more than some at a time, and where `most` is odd written where they are wanted. */
function inPieces(bytes: Uint8Array, most: number): ByteSource {
  const read = (start: number, end: number) => bytes.subarray(start, Math.min(end, start + most));
  if (most % 2 === 0) return { size: bytes.length, read };
  return {
    size: bytes.length,
    read,
    readInto(target, start) {
      const piece = read(start, start + target.length);
      target.set(piece);
      return piece.length;
    },
  };
}
