import { epsgCrs } from '../../src/geo/crs/crs';
import { reprojection } from '../../src/geo/crs/reprojection';
import type { ExportFeature } from '../../src/io/export/geojson-file';
import type { ExportLayer, ExportOptions, LayerStyle } from '../../src/io/export/formats/export-layer';
import { interchangeFile, parcelsOf, trueParcels } from './interchange';

const STYLE: LayerStyle = {
  field: '用地代码',
  classes: [
    {
      value: '0701',
      label: '0701 二类居住用地',
      fill: '#fffb96',
      fillOpacity: 0.6,
      stroke: '#8a7f00',
      strokeMm: 0.26,
    },
    { value: null, label: '其他', fill: null, fillOpacity: 0, stroke: '#444444', strokeMm: 0.2 },
  ],
};

/** The parcels of the interchange set, ready to be written in EPSG:4544 or in degrees. */
export function parcelLayer(epsg: 4544 | 4490): ExportLayer {
  const parcels =
    epsg === 4490 ? trueParcels() : parcelsOf(interchangeFile('legacy-crs-4544.geojson.gz').bytes);
  return {
    name: '地块',
    fields: [
      { name: '地块编号', type: 'text' },
      { name: '用地代码', type: 'text' },
      { name: '用地性质', type: 'text' },
      { name: '地块名称', type: 'text' },
      { name: '容积率', type: 'number' },
      { name: '户数', type: 'number' },
    ],
    features: parcels as ExportFeature[],
    labelField: '地块编号',
    style: STYLE,
  };
}

/** Some schools, as points and areas, in longitude and latitude. */
export function schoolLayer(): ExportLayer {
  const [a] = trueParcels();
  return {
    name: '学校 schools',
    fields: [
      { name: 'id', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'isPlanned', type: 'boolean' },
      { name: 'constructionStartYear', type: 'number' },
      { name: 'constructionFinishYear', type: 'number' },
      { name: 'sections', type: 'text' },
    ],
    features: [
      {
        id: 's1',
        geometry: { type: 'Point', coordinates: [105.97, 31.58] },
        properties: {
          name: '江北小学 "A" & <B>',
          isPlanned: true,
          constructionStartYear: 2026,
          sections: [{ stage: 'primary' }],
        },
      },
      {
        id: 's2',
        geometry: a!.geometry!,
        properties: { name: '𠮷'.repeat(70), isPlanned: false, constructionFinishYear: 2027 },
      },
    ],
    labelField: 'name',
    style: null,
  };
}

export function exportOptions(epsg: number, encoding: ExportOptions['encoding'] = 'utf-8'): ExportOptions {
  const isGeographic = epsg === 4490 || epsg === 4326;
  return { crs: { epsg, wkt: null, isGeographic }, encoding, language: 'zh', name: '导出' };
}

/** The way to longitude and latitude. */
export function toLonLat(epsg: number): (x: number, y: number) => readonly number[] {
  const way = reprojection(epsgCrs(epsg));
  if (!way.ok) throw new Error(way.error);
  return way.value.toLonLat;
}
