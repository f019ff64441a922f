import { message, type Message } from '../../../../domain/message';
import { ok } from '../../../../domain/result';
import { FeatureLines } from '../../../feature-lines';
import { joinedBytes } from '../../../joined-bytes';
import { crsName, isWgs84 } from '../export-crs';
import type { ExportCrs, LayerWriter } from '../export-layer';
import { fileNames } from '../file-name';
import { kindsOf } from '../geometry-kind';
import { fieldValue } from '../layer-collection';

/**
 * Writes each layer into a GeoJSON file (RFC 7946). In a system other than lon/lat it has the `crs` member of GeoJSON
 * 2008, which GIS programs still read. Lists and objects stay what they are.
 */
export const writeGeojson: LayerWriter = (layers, { crs, name, signal }) => {
  const names = fileNames(layers.map((layer) => (layers.length === 1 ? name : layer.name)));
  const isPlain = isWgs84(crs);
  const member =
    isPlain || crs.epsg === null
      ? {}
      : { crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${crs.epsg}` } } };
  const files = layers.map((layer, at) => {
    signal?.throwIfAborted();
    const lines = new FeatureLines({ name: layer.name, ...member });
    for (const feature of layer.features) {
      const properties = Object.fromEntries(
        layer.fields.map((field) => [
          field.name,
          feature.properties[field.name] ?? fieldValue(feature, field.name),
        ]),
      );
      const { id, geometry } = feature;
      lines.add(
        JSON.stringify({ type: 'Feature', ...(id === undefined ? {} : { id }), properties, geometry }),
      );
    }
    return { name: `${names[at]!}.geojson`, bytes: joinedBytes(lines.finish()) };
  });
  const written = layers.flatMap((layer, at) =>
    kindsOf(layer.features).map((kind) => ({
      layer,
      kind,
      file: files[at]!.name,
      table: null,
      nameOf: (field: string) => field,
    })),
  );
  return Promise.resolve(ok({ files, notes: isPlain ? [] : [crsNote(crs)], layers: written }));
};

function crsNote(crs: ExportCrs): Message {
  if (crs.epsg === null) return message('geojson-claims-wgs84');
  return message('geojson-legacy-crs', { crs: crsName(crs) });
}
