import { basename } from 'node:path';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { crsLabel, epsgCrs, isInDegrees, isLonLat, LON_LAT, type Crs } from '../../geo/crs/crs';
import { gaussKrugerCode } from '../../geo/crs/gauss-kruger-zones';
import { reprojection } from '../../geo/crs/reprojection';
import { fieldAliases } from '../../i18n/field-aliases';
import type { Language } from '../../i18n/language';
import type {
  ExportCrs,
  ExportedFiles,
  ExportLayer,
  ExportOptions,
} from '../../io/export/formats/export-layer';
import { zipped } from '../../io/export/formats/zipped';
import { withQgisProject } from '../../io/export/qgis/with-qgis-project';
import { layerExtent } from '../../io/import/crs/layer-extent';
import type { SourceFile } from '../../io/import/formats/source-layer';
import { nodeGdal } from '../node-gdal';
import type { ConvertArguments } from './convert-arguments';
import { exportLayerOf } from './export-layer-of';
import { namedAsOutput } from './named-as-output';
import { OUTPUT_ENDINGS, outputFormat, QGIS_ENDINGS, type OutputFormat } from './output-format';
import { readSevenParameters } from './seven-parameters';
import { crsMessage, placeSource, type PlacedSource } from './place-source';
import { readSources } from './read-sources';
import { sourceFiles } from './source-files';

export interface Converted {
  readonly files: readonly SourceFile[];
  /** What was concluded, left out or changed on the way. */
  readonly notes: readonly Message[];
  readonly layers: readonly {
    readonly name: string;
    readonly count: number;
    readonly from: string;
    readonly to: string;
  }[];
}

/** Reads whatever is at a path and makes files of it in the format that the output's ending names. */
export async function convert(
  words: ConvertArguments,
  language: Language,
): Promise<Result<Converted, Message>> {
  const format = outputFormat(words.output);
  if (!format) {
    return err(message('cli.convert-ending', { file: words.output, endings: OUTPUT_ENDINGS.join(', ') }));
  }
  if (words.qgis && !format.hasQgisProject) {
    return err(message('cli.qgis-ending', { file: words.output, endings: QGIS_ENDINGS.join(', ') }));
  }
  const shift = words.parameters === null ? ok(undefined) : await readSevenParameters(words.parameters);
  if (!shift.ok) return shift;
  const files = await sourceFiles(words.input);
  if (!files.ok) return files;
  const read = await readSources(files.value, words.encoding);
  if (!read.ok) return read;
  const notes: Message[] = [...read.value.refused];
  const placed: PlacedSource[] = [];
  for (const layer of read.value.layers) {
    const one = await placeSource(layer, words, shift.value);
    if (!one.ok) return one;
    placed.push(one.value);
    notes.push(...layer.notes, ...one.value.notes);
  }
  const to = words.to ?? (format.system === 'zone' ? await zoneOf(placed) : LON_LAT);
  const system = reprojection(to, shift.value);
  if (!system.ok) return err(crsMessage(system.error, '--to', to));
  const isDegrees = isInDegrees(to);
  const target = { fromLonLat: isLonLat(to) ? null : system.value.fromLonLat, decimals: isDegrees ? 9 : 4 };
  const layers: ExportLayer[] = [];
  for (const { layer, geojson } of placed) {
    const { layer: toWrite, leftOut } = exportLayerOf(layer, geojson, target);
    layers.push(toWrite);
    if (leftOut > 0) notes.push(message('cli.left-out', { name: layer.name, count: leftOut }));
  }
  const writer = await format.writer(nodeGdal());
  const options: ExportOptions = {
    crs: exportCrs(to),
    encoding: words.toEncoding,
    language,
    name: basename(words.output).replace(/\.[^.]*$/, ''),
  };
  const written = await writer(named(layers, words.role === null ? null : language), options);
  if (!written.ok) return written;
  return ok({
    files: finished(written.value, format, words, options).files,
    notes: [
      ...notes,
      ...(system.value.isExact ? [] : [message('crs-approximate', { crs: crsLabel(to) })]),
      ...written.value.notes,
    ],
    layers: placed.map(({ layer, crs }) => ({
      name: layer.name,
      count: layer.count,
      from: crsLabel(crs),
      to: crsLabel(to),
    })),
  });
}

/** Files with the names that they get on disk, with what is wanted beside them; in one zip where that is the output. */
function finished(
  written: ExportedFiles,
  { isZip }: OutputFormat,
  { output, qgis }: ConvertArguments,
  options: ExportOptions,
): ExportedFiles {
  const files = isZip ? written : namedAsOutput(written, output);
  const complete = qgis ? withQgisProject(files, options) : files;
  return isZip ? namedAsOutput(zipped(complete, options.name), output) : complete;
}

/** The CGCS2000 3° zone of the layers' middle, its number before the easting. */
async function zoneOf(placed: readonly PlacedSource[]): Promise<Crs> {
  const [first] = placed;
  const lon = first ? (await layerExtent({ ...first.layer, geojson: first.geojson })).middleX : 105;
  return epsgCrs(gaussKrugerCode('cgcs2000', 3, true, Math.round(lon / 3) * 3) ?? 4490);
}

function exportCrs(crs: Crs): ExportCrs {
  return {
    epsg: crs.kind === 'epsg' ? crs.epsg : null,
    wkt: crs.kind === 'definition' ? crs.text : null,
    isGeographic: isInDegrees(crs),
  };
}

/** Layers with names that are there once, and, where fields have our names, the words for them in a language. */
function named(layers: readonly ExportLayer[], language: Language | null): ExportLayer[] {
  const taken = new Set<string>();
  return layers.map((layer) => {
    let name = layer.name;
    for (let n = 2; taken.has(name); n++) name = `${layer.name}_${n}`;
    taken.add(name);
    const fields = layer.fields.map((field) => field.name);
    return { ...layer, name, ...(language && { aliases: fieldAliases(language, fields) }) };
  });
}
