import { expect, it } from 'vitest';
import { OUTPUT_ENDINGS, outputFormat, QGIS_ENDINGS } from '../../../../src/cli/convert/output-format';
import { FORMAT_TRAITS, LAYER_FORMATS } from '../../../../src/io/export/layers/layer-formats';

it('every format of the page is written by its ending', () => {
  for (const format of LAYER_FORMATS) {
    const { ending, hasQgisProject } = FORMAT_TRAITS[format];
    expect(outputFormat(`a.b/地块.${ending.toUpperCase()}`)).toEqual({ format, isZip: ending === 'zip' });
    expect(OUTPUT_ENDINGS).toContain(ending);
    expect(QGIS_ENDINGS.includes(ending)).toBe(hasQgisProject);
  }
});

it('a shapefile is loose or in a zip, and GeoJSON may be called JSON', () => {
  expect(outputFormat('a.shp')).toEqual({ format: 'shapefile', isZip: false });
  expect(outputFormat('a.json')).toEqual({ format: 'geojson', isZip: false });
});

it.each(['a.dwg', 'geojson', 'a.', 'a.constructor'])('%s is of no format', (path) => {
  expect(outputFormat(path)).toBeNull();
});
