import { message, type Message } from '../../../../domain/message';
import { ok } from '../../../../domain/result';
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
    const head = JSON.stringify({ type: 'FeatureCollection', name: layer.name, ...member }).slice(0, -1);
    const lines = Array.from(layer.features, (feature) => {
      const properties = Object.fromEntries(
        layer.fields.map((field) => [
          field.name,
          feature.properties[field.name] ?? fieldValue(feature, field.name),
        ]),
      );
      const { id, geometry } = feature;
      return JSON.stringify({ type: 'Feature', ...(id === undefined ? {} : { id }), properties, geometry });
    });
    const text = `${head},"features":[\n${lines.join(',\n')}\n]}\n`;
    return { name: `${names[at]!}.geojson`, bytes: new TextEncoder().encode(text) };
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
