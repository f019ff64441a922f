import { ok } from '../../../domain/result';
import type { GdalTool } from '../../gdal/gdal-tool';
import { withQgisProject } from '../qgis/with-qgis-project';
import type { LayerWriter } from './export-layer';
import { zipped } from './zipped';

/** The formats of GIS and CAD programs that are written. */
export const GIS_FORMATS = ['shapefile', 'geopackage', 'kml', 'dxf'] as const;
export type GisFormat = (typeof GIS_FORMATS)[number];

/** The writer of a format, brought in only when it is asked for; shapefiles are packed into a zip. */
export async function gisWriter(format: GisFormat, gdal: GdalTool): Promise<LayerWriter> {
  const write = await looseWriter(format, gdal);
  return async (layers, options) => {
    const written = await write(layers, options);
    if (!written.ok) return written;
    const complete = options.qgisProject ? withQgisProject(written.value, options) : written.value;
    return ok(format === 'shapefile' ? zipped(complete, options.name) : complete);
  };
}

/** As `gisWriter`, of files as they lie in a folder, to which nothing is added. */
export async function looseWriter(format: GisFormat, gdal: GdalTool): Promise<LayerWriter> {
  switch (format) {
    case 'shapefile':
      return (await import('./shapefile/write-shapefile')).shapefileWriter(gdal);
    case 'geopackage':
      return (await import('./geopackage/write-geopackage')).geopackageWriter(gdal);
    case 'kml':
      return (await import('./kml/write-kml')).writeKml;
    case 'dxf':
      return (await import('./dxf/write-dxf')).writeDxf;
  }
}
