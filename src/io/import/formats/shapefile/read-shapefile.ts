import { message, type Message } from '../../../../domain/message';
import { err, ok, type Result } from '../../../../domain/result';
import type { GdalTool } from '../../../gdal/gdal-tool';
import { sourceLayer, warningNotes } from '../gdal-source';
import type { CrsHint, ReadSourceOptions, SourceLayer, SourceReader, TextEncoding } from '../source-layer';
import { claimedEncoding, dbfEncoding } from './dbf-encoding';
import { withWholeCharacters } from './whole-characters';
import { aliasesIn, isAliasTable } from './field-aliases';
import { shapefileParts, type ShapefileParts } from './shapefile-parts';

/**
 * Reads shapefiles (ESRI, July 1998), each as a layer. Only the .shp is needed; what is missing is told in the
 * layer's notes; a table of full names beside them gives the fields these. A record without a shape is a feature without geometry.
 */
export function shapefileReader(gdal: GdalTool): SourceReader {
  return async (files, options) => {
    const shapefiles = shapefileParts(files);
    if (shapefiles.length === 0) {
      return err(message('shapefile-without-shp', { file: files[0]?.name ?? '' }));
    }
    const layers: SourceLayer[] = [];
    const aliases = files.find(({ bytes }) => isAliasTable(bytes))?.bytes ?? new Uint8Array();
    for (const shapefile of shapefiles) {
      const fieldNames = await aliasesIn(aliases, shapefile.name);
      const layer = await readOne(shapefile, fieldNames, gdal, options);
      if (!layer.ok) return layer;
      layers.push(layer.value);
    }
    return ok(layers);
  };
}

const NEEDED = ['shp', 'shx', 'dbf'];

async function readOne(
  { name, parts }: ShapefileParts,
  fieldNames: ReadonlyMap<string, string>,
  gdal: GdalTool,
  { encoding: wanted, signal, onProgress }: ReadSourceOptions,
): Promise<Result<SourceLayer, Message>> {
  const dbf = parts.get('dbf') ?? null;
  const cpg = textOf(parts.get('cpg'));
  const guess = dbfEncoding(dbf ?? new Uint8Array(), cpg);
  const encoding: TextEncoding = wanted === undefined ? guess.encoding : { name: wanted, sure: true };
  const read = await gdal.run(
    {
      kind: 'read',
      fieldNames,
      driver: 'ESRI Shapefile',
      open: 'layer.shp',
      files: NEEDED.flatMap((ending) => {
        const bytes = ending === 'dbf' && dbf ? withWholeCharacters(dbf, encoding.name) : parts.get(ending);
        return bytes ? [{ name: `layer.${ending}`, bytes }] : [];
      }),
      openOptions: [`ENCODING=${encoding.name.toUpperCase()}`],
      config: parts.has('shx') ? {} : { SHAPE_RESTORE_SHX: 'YES' },
    },
    signal,
    onProgress,
  );
  if (!read.ok) return read;
  const [layer] = read.value.layers;
  if (!layer) return err(message('no-features', { file: name }));
  const notes = warningNotes(read.value.warnings);
  if (!parts.has('dbf')) notes.push(message('shapefile-without-dbf'));
  const claimed = claimedEncoding(dbf ?? new Uint8Array(), cpg);
  if (wanted === undefined && claimed !== null && claimed !== encoding.name) {
    notes.push(message('encoding-claim-doubted', { claimed, taken: encoding.name }));
  }
  return ok(sourceLayer(layer, 'shapefile', { name, crs: crsOf(parts.get('prj')), encoding, notes }));
}

/** The .prj is well-known text in ASCII, or in the encoding of the machine that wrote it. */
function crsOf(prj: Uint8Array | undefined): CrsHint {
  const text = textOf(prj);
  return text === null || text === '' ? { kind: 'none' } : { kind: 'wkt', text };
}

function textOf(bytes: Uint8Array | undefined): string | null {
  return bytes ? new TextDecoder().decode(bytes).replaceAll('\u0000', '').trim() : null;
}
