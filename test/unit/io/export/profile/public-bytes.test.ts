import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { epsgCrs } from '../../../../../src/geo/crs/crs';
import type { SourceFile } from '../../../../../src/io/import/formats/source-layer';
import type { GdalTool } from '../../../../../src/io/gdal/gdal-tool';
import type { ExportFeature } from '../../../../../src/io/export/geojson-file';
import type { ExportedLayer, LayerFeatures } from '../../../../../src/io/export/layers/exported-layer';
import { exportLayers } from '../../../../../src/io/export/layers/layer-export';
import type { LayerFormat } from '../../../../../src/io/export/layers/layer-formats';

const WORDS = { word: (_area: string, value: string) => value, use: (_layer: string, code: string) => code };
const NO_GDAL: GdalTool = { run: () => Promise.reject(new Error('not asked for')) };

/** Something secret, by its layer and what makes it so. */
const SECRETS: readonly (readonly [ExportedLayer, Record<string, unknown>])[] = [
  ['facilities', { kind: 'prison' }],
  ['facilities', { kind: 'military-base' }],
  ['pipelines', { medium: 'gas' }],
  ['parcels', { codeScheme: 'MNR2023', landUse: '1501' }],
];

const hex = fc.stringMatching(/^[0-9a-f]{6}$/);
const scene = fc.record({
  secret: fc.constantFrom(...SECRETS),
  id: hex.map((text) => `Q-${text}`),
  name: hex.map((text) => `某处${text}`),
  before: fc.string({ maxLength: 5 }),
  after: fc.string({ maxLength: 5 }),
  format: fc.constantFrom<LayerFormat>('geojson', 'csv', 'kml', 'dxf', 'boundary-text'),
  roundM: fc.constantFrom(0, 10),
});

/** All that stands in a file, or in the files of a zip, in whichever encoding. */
function textOf({ name, bytes }: SourceFile): string {
  const files = name.endsWith('.zip') ? Object.values(unzipSync(bytes)) : [bytes];
  return files
    .flatMap((file) => ['utf-8', 'gbk'].map((encoding) => new TextDecoder(encoding).decode(file)))
    .join();
}

const at = { type: 'Point' as const, coordinates: [106, 31.6] };
const feature = (id: string, properties: Record<string, unknown>): ExportFeature => ({
  id,
  geometry: at,
  properties: { id, ...properties },
});

describe('the bytes of a public export', () => {
  it('hold nothing by which a withheld feature could be known', async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ secret: [layer, kind], id, name, before, after, format, roundM }) => {
        const all: LayerFeatures[] = [
          {
            layer: 'schools',
            name: 'schools',
            features: [feature('S-1', { name: `${before}${name}${after}` })],
          },
          {
            layer: 'districts',
            name: 'districts',
            features: [
              feature('D-1', { name: '江北', near: [id], said: `${id} ${after}`, list: { deep: name } }),
            ],
          },
          {
            layer: 'conflicts',
            name: 'conflicts',
            features: [
              feature(`r:S-1:${id}`, {
                object_layer: layer,
                object_id: id,
                object_name: name,
                distance_m: 77.7,
              }),
            ],
          },
          { layer, name: layer, features: [feature(id, { name, ...kind })] },
        ];
        const written = await exportLayers(
          {
            format,
            crs: epsgCrs(format === 'boundary-text' ? 4523 : 4490),
            encoding: 'utf-8',
            language: 'zh',
            qgisProject: false,
            profile: { kind: 'public', roundM, approvalNumber: '', tellingRules: [] },
            name: 'all',
          },
          { layers: all, besides: [], words: WORDS, gdal: NO_GDAL },
        );
        if (!written.ok) throw new Error(written.error.code);
        const text = textOf(written.value.file);
        expect(text).not.toContain(id);
        expect(text).not.toContain(name);
        expect(text).not.toContain('77.7');
      }),
      { numRuns: 100 },
    );
  });
});
