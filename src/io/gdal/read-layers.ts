import { ByteSink } from './byte-sink';
import type { GdalCalls } from './gdal-calls';
import type { GdalField, GdalLayer, GdalProgress, GdalReadJob } from './gdal-job';
import type { GdalFiles } from './gdal-module';
import { wellFormed } from './well-formed';

/** What `ogrinfo -json` says of a layer, as far as it is used. */
interface LayerInfo {
  readonly name: string;
  readonly featureCount?: number;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly subType?: string }[];
  readonly geometryFields: readonly {
    readonly extent?: readonly number[];
    readonly coordinateSystem?: {
      readonly wkt: string;
      readonly projjson?: { readonly id?: { readonly authority: string; readonly code: number } };
    };
  }[];
}

const FOLDER = '/in';
const STANDARD_OUTPUT = 1;

/** Reads all layers with a geometry; null where GDAL could not. */
export function readLayers(
  files: GdalFiles,
  calls: GdalCalls,
  job: GdalReadJob,
  onProgress: (progress: GdalProgress) => void,
): readonly GdalLayer[] | null {
  files.mkdir(FOLDER);
  for (const folder of foldersOf(job.files)) files.mkdir(`${FOLDER}/${folder}`);
  // Nothing that is read is written to.
  for (const { name, bytes } of job.files) files.writeFile(`${FOLDER}/${name}`, bytes, { canOwn: true });
  const dataset = calls.open(`${FOLDER}/${job.open}`, job.driver, job.openOptions);
  if (dataset === 0) return null;
  const { layers } = JSON.parse(calls.info(dataset)) as { readonly layers: readonly LayerInfo[] };
  const total = layers.reduce((sum, { featureCount = 0 }) => sum + featureCount, 0);
  // Each feature is a line; the few lines around them are no matter.
  const sink = new ByteSink((lines) => onProgress({ done: Math.min(lines, total), total }));
  const output = files.getStream(STANDARD_OUTPUT);
  output.stream_ops = { ...output.stream_ops, write: (_, ...bytes) => sink.take(...bytes) };
  const fieldNames = job.fieldNames ?? new Map<string, string>();
  const read: GdalLayer[] = [];
  for (const layer of layers.filter(({ geometryFields }) => geometryFields.length > 0)) {
    const written = calls.translate(dataset, '/vsistdout/', [
      ...GEOJSON,
      ...precisionOf(layer),
      ...selection(layer, fieldNames),
    ]);
    if (written === 0) return null;
    calls.close(written);
    const { geometryFields, fields, name } = layer;
    const system = geometryFields[0]?.coordinateSystem;
    const id = system?.projjson?.id;
    read.push({
      name,
      geojson: wellFormed(sink.drain()),
      count: layer.featureCount ?? 0,
      fields: fields.map(({ name, type, subType }) => ({
        name: fieldNames.get(name) ?? name,
        type: fieldType(type, subType),
      })),
      epsg: id?.authority === 'EPSG' ? id.code : null,
      wkt: system?.wkt ?? null,
    });
  }
  return read;
}

function foldersOf(files: GdalReadJob['files']): ReadonlySet<string> {
  return new Set(files.filter(({ name }) => name.includes('/')).map(({ name }) => name.split('/')[0]!));
}

/** GeoJSON in the layer's own system, without heights and curves. */
const GEOJSON = [
  ...['-f', 'GeoJSON', '-lco', 'RFC7946=NO', '-a_srs', 'NONE'],
  ...['-dim', 'XY', '-nlt', 'CONVERT_TO_LINEAR'],
];

/** Decimals that keep doubles to their last bit or so: degrees have at most three digits before the point. */
function precisionOf({ geometryFields }: LayerInfo): string[] {
  const extent = geometryFields[0]?.extent ?? [];
  const isMetres = extent.some((value) => Math.abs(value) > 400);
  return ['-lco', `COORDINATE_PRECISION=${isMetres ? 8 : 13}`];
}

/** The layer, or its fields under other names. */
function selection({ name, fields }: LayerInfo, fieldNames: ReadonlyMap<string, string>): string[] {
  if (!fields.some((field) => fieldNames.has(field.name))) return [name];
  const columns = fields.map(
    (field) => `${quoted(field.name)} AS ${quoted(fieldNames.get(field.name) ?? field.name)}`,
  );
  return ['-sql', `SELECT ${columns.join(', ')} FROM ${quoted(name)}`];
}

/** A name in OGR SQL. */
function quoted(name: string): string {
  return `"${name.replaceAll(/["\\]/gu, '\\$&')}"`;
}

function fieldType(type: string, subType: string | undefined): GdalField['type'] {
  if (subType === 'Boolean') return 'boolean';
  if (type === 'Integer' || type === 'Integer64' || type === 'Real') return 'number';
  return type === 'Date' || type === 'DateTime' ? 'date' : 'text';
}
