import { message, type Message } from '../../../../domain/message';
import { err, ok, type Result } from '../../../../domain/result';
import type { GdalTool } from '../../../gdal/gdal-tool';
import { warningNotes } from '../gdal-source';
import { collectionBytes, fieldsOf, type SourceFeature } from '../source-feature';
import type { ReadSourceOptions, SourceFile, SourceLayer, SourceReader, TextEncoding } from '../source-layer';
import { dxfEncoding } from './dxf-encoding';
import { dxfShapes, type DxfEntity } from './dxf-shapes';
import { textsInAreas } from './texts-in-areas';

/** The attribute that holds what is written in an area, or at a point. */
const TEXT = 'Text';

const BINARY = 'AutoCAD Binary DXF';

/** Arcs become lines of half a degree each, which stray by 1 mm from an arc of a radius of 100 m. */
const ARC_STEP_DEGREES = '0.5';

/**
 * Reads drawings (AutoCAD DXF, in text), each as up to three layers: its areas, lines and points, with the layer of the
 * drawing and the text in them as attributes. A drawing does not say where on Earth it lies.
 */
export function dxfReader(gdal: GdalTool): SourceReader {
  return async (files, options) => {
    const layers: SourceLayer[] = [];
    for (const file of files) {
      const read = await readDrawing(file, gdal, options);
      if (!read.ok) return read;
      layers.push(...read.value);
    }
    return ok(layers);
  };
}

async function readDrawing(
  { name: file, bytes }: SourceFile,
  gdal: GdalTool,
  { encoding: wanted, signal, onProgress }: ReadSourceOptions,
): Promise<Result<readonly SourceLayer[], Message>> {
  if (new TextDecoder('windows-1252').decode(bytes.subarray(0, BINARY.length)) === BINARY) {
    return err(message('dxf-binary', { file }));
  }
  const encoding = wanted === undefined ? dxfEncoding(bytes) : { name: wanted, sure: true };
  const read = await gdal.run(
    {
      kind: 'read',
      driver: 'DXF',
      open: 'drawing.dxf',
      files: [{ name: 'drawing.dxf', bytes }],
      openOptions: [],
      config: { DXF_ENCODING: encoding.name.toUpperCase(), OGR_ARC_STEPSIZE: ARC_STEP_DEGREES },
    },
    signal,
    onProgress,
  );
  if (!read.ok) return read;
  const entities = read.value.layers.flatMap(({ geojson }) => entitiesOf(geojson));
  const { areas, lines, points } = dxfShapes(entities);
  const notes = warningNotes(read.value.warnings);
  const kinds = { Polygon: textsInAreas(areas, points), LineString: lines, Point: points };
  const layers = Object.entries(kinds).flatMap(([kind, features]) =>
    features.length === 0 ? [] : [layerOf(`${stem(file)} ${kind}`, features, encoding, notes)],
  );
  return layers.length === 0 ? err(message('no-features', { file })) : ok(layers);
}

function entitiesOf(geojson: Uint8Array): readonly DxfEntity[] {
  const { features } = JSON.parse(new TextDecoder().decode(geojson)) as { readonly features: DxfEntity[] };
  return features;
}

/** Whether each feature has a text, and no two the same: then they are numbers of parcels, most often. */
function isDistinct(features: readonly SourceFeature[]): boolean {
  const texts = new Set(features.map(({ properties }) => properties[TEXT]).filter(Boolean));
  return texts.size === features.length;
}

function layerOf(
  name: string,
  features: readonly SourceFeature[],
  encoding: TextEncoding,
  notes: readonly Message[],
): SourceLayer {
  return {
    name,
    format: 'dxf',
    geojson: collectionBytes(features),
    fields: fieldsOf(features).map((field) =>
      field.name === TEXT && isDistinct(features) ? { ...field, isKey: true } : field,
    ),
    count: features.length,
    crs: { kind: 'none' },
    encoding,
    notes,
  };
}

function stem(file: string): string {
  return file.replace(/^.*\//u, '').replace(/\.[^.]*$/u, '');
}
