import { describe, expect, it } from 'vitest';
import { LON_LAT } from '../../../../../src/geo/crs/crs';
import type { ExportFeature } from '../../../../../src/io/export/geojson-file';
import { exportLayers, type LayerOrder } from '../../../../../src/io/export/layers/layer-export';
import { INTERNAL } from '../../../../../src/io/export/profile/profile';
import { unpack } from '../../../../../src/io/project/zip-source';
import { gdalHere } from '../../../../builders/gdal';
import { elementsAt, textsAt, xmlTree } from '../../../../builders/xml-tree';

const ORDER: LayerOrder = {
  format: 'geojson',
  crs: LON_LAT,
  encoding: 'utf-8',
  language: 'zh',
  profile: INTERNAL,
  name: '江城-layers',
  qgisProject: true,
};

/** What an order writes of one school, by the paths in the zip; the file's own name where it is none. */
async function written(order: Partial<LayerOrder>): Promise<ReadonlyMap<string, Uint8Array>> {
  const feature: ExportFeature = {
    geometry: { type: 'Point', coordinates: [105.97, 31.58] },
    properties: { id: 's1', name: '江北小学', stage: 'primary' },
  };
  const words = {
    word: (area: string, value: string) => (area === 'property' && value === 'stage' ? '学段' : value),
    use: (_: string, code: string) => code,
  };
  const layers = [{ layer: 'schools' as const, name: '学校', features: [feature] }];
  const result = await exportLayers({ ...ORDER, ...order }, { layers, besides: [], words, gdal: gdalHere });
  if (!result.ok) throw new Error(result.error.code);
  const { file } = result.value;
  if (!file.name.endsWith('.zip')) return new Map([[file.name, file.bytes]]);
  const files = unpack(file.bytes, file.name);
  if (!files.ok) throw new Error(files.error.code);
  return files.value;
}

describe('layers with a project for QGIS', () => {
  it('are in one zip with it, and it shows them with our colours and words', async () => {
    const files = await written({});
    expect([...files.keys()]).toEqual(['江城-layers.geojson', '江城-layers.qgz', '江城-layers.qml']);
    const project = unpack(files.get('江城-layers.qgz')!, 'x.qgz');
    const [text] = project.ok ? project.value.values() : [];
    const [layer] = elementsAt(xmlTree(new TextDecoder().decode(text)), 'projectlayers/maplayer');
    expect(textsAt(layer!, 'layername')).toEqual(['学校']);
    expect(elementsAt(layer!, 'renderer-v2')[0]!.attributes.attr).toBe('stage');
    expect(elementsAt(layer!, 'aliases/alias').map(({ attributes }) => attributes.name)).toEqual(['学段']);
  });

  it.each([
    ['geojson', false],
    ['kml', true],
  ] as const)('have none beside %s where it is asked for: %s', async (format, qgisProject) => {
    expect([...(await written({ format, qgisProject })).keys()]).toEqual([`江城-layers.${format}`]);
  });
});
