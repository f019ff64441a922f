import { basename } from 'node:path';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { approximateNote } from '../../geo/crs/approximate';
import { crsLabel, epsgCrs, LON_LAT, type Crs } from '../../geo/crs/crs';
import { gaussKrugerCode } from '../../geo/crs/gauss-kruger-zones';
import { conflictTableWords } from '../../i18n/conflict-table-words';
import { fieldAliases } from '../../i18n/field-aliases';
import type { Language } from '../../i18n/language';
import type { ExportedFiles, ExportLayer, ExportOptions } from '../../io/export/formats/export-layer';
import { zipped } from '../../io/export/formats/zipped';
import { exportLayerOf } from '../../io/export/layers/export-layer-of';
import { FORMAT_TRAITS, layerWriter } from '../../io/export/layers/layer-formats';
import type { LayerFeatures } from '../../io/export/layers/exported-layer';
import { looksOf } from '../../io/export/layers/layer-looks';
import { targetSystem } from '../../io/export/layers/target-system';
import { applyProfile } from '../../io/export/profile/apply-profile';
import { REMOVALS, remarkOf } from '../../io/export/profile/profile';
import { roundingPlane } from '../../io/export/profile/rounding-plane';
import { withQgisProject } from '../../io/export/qgis/with-qgis-project';
import { layerExtent } from '../../io/import/crs/layer-extent';
import type { SourceFile } from '../../io/import/formats/source-layer';
import { nodeGdal } from '../node-gdal';
import type { ConvertArguments } from './convert-arguments';
import { namedRole } from './named-role';
import { namedAsOutput } from './named-as-output';
import { OUTPUT_ENDINGS, outputFormat, QGIS_ENDINGS, type OutputFormat } from './output-format';
import { placedFeatures } from './placed-features';
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
  const output = outputFormat(words.output);
  if (!output) {
    return err(message('cli.convert-ending', { file: words.output, endings: OUTPUT_ENDINGS.join(', ') }));
  }
  const traits = FORMAT_TRAITS[output.format];
  if (words.qgis && !traits.hasQgisProject) {
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
  const isPublic = words.profile.kind === 'public';
  for (const layer of read.value.layers) {
    const role = words.role ?? (isPublic ? namedRole(layer.name) : null);
    if (isPublic && role === null) {
      return err(message('cli.convert-profile-wants-role', { name: layer.name }));
    }
    const one = await placeSource(layer, { ...words, role }, shift.value);
    if (!one.ok) return one;
    placed.push(one.value);
    notes.push(...layer.notes, ...one.value.notes);
  }
  const to = words.to ?? (traits.usual === 'zone' ? await zoneOf(placed) : LON_LAT);
  const system = targetSystem(to, shift.value);
  if (!system.ok) return err(crsMessage(system.error, '--to', to));
  const tellLeftOut = (name: string, count: number) => {
    if (count > 0) notes.push(message('cli.left-out', { name, count }));
  };
  const given = placed.map(({ layer: { name, fields, count }, role, geojson }): LayerFeatures => {
    const features = placedFeatures(geojson);
    tellLeftOut(name, count - countOf(features));
    return { layer: role, name, fields, features };
  });
  const { layers: left, removed } = applyProfile(words.profile, {
    layers: given,
    plane: roundingPlane(system.value, given),
  });
  const tableWords = conflictTableWords(language);
  const layers = left.map((one): ExportLayer => {
    const looks = one.layer && looksOf(one.layer, tableWords);
    const { layer, leftOut } = exportLayerOf(one, system.value, { looks });
    tellLeftOut(one.name, leftOut);
    return layer;
  });
  const writer = await layerWriter(output.format, nodeGdal());
  const options: ExportOptions = {
    crs: system.value.exportCrs,
    encoding: words.toEncoding,
    language,
    name: basename(words.output).replace(/\.[^.]*$/, ''),
    ...remarkOf(words.profile),
  };
  const written = await writer(named(layers, words.role === null ? null : language), options);
  if (!written.ok) return written;
  return ok({
    files: finished(written.value, output, words, options),
    notes: [
      ...notes,
      ...REMOVALS.flatMap((removal) => {
        const count = removed[removal];
        return count === undefined ? [] : [message(`removal.${removal}`, { count })];
      }),
      ...(system.value.isExact ? [] : [approximateNote(to, crsLabel(to))]),
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
): readonly SourceFile[] {
  const named = isZip ? written : namedAsOutput(written, output);
  const { files } = qgis ? withQgisProject(named, options) : named;
  return isZip ? [{ ...zipped(files, options.name), name: basename(output) }] : files;
}

/** The CGCS2000 3° zone of the layers' middle, its number before the easting. */
async function zoneOf(placed: readonly PlacedSource[]): Promise<Crs> {
  const [first] = placed;
  const lon = first ? (await layerExtent({ ...first.layer, geojson: first.geojson })).middleX : 105;
  return epsgCrs(gaussKrugerCode('cgcs2000', 3, true, Math.round(lon / 3) * 3) ?? 4490);
}

function countOf(items: Iterable<unknown>): number {
  return Array.from(items, () => null).length;
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
