import type { GdalTool } from '../../gdal/gdal-tool';
import type { LayerWriter } from './export-layer';

/** The formats of GIS and CAD programs that are written. */
export const GIS_FORMATS = ['shapefile', 'geopackage', 'kml', 'dxf'] as const;
export type GisFormat = (typeof GIS_FORMATS)[number];

/** The writer of a format, brought in only when it is asked for. */
export async function gisWriter(format: GisFormat, gdal: GdalTool): Promise<LayerWriter> {
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
