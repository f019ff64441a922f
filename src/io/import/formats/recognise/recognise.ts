import { message, type Message } from '../../../../domain/message';
import { isHidden } from '../../../project/file-source';
import { unpack } from '../../../project/zip-source';
import type { FormatId, SourceFile } from '../source-layer';
import { isAliasTable } from '../shapefile/field-aliases';
import { contentKind, type ContentKind } from './content-kind';
import { geodatabaseSets } from './geodatabase-sets';
import { isLockedOffice, isLockedZip } from './locked';
import type { RecognisedSet } from './recognised-set';
import { shapefileSets, type ShapefilePart } from './shapefile-sets';

export interface Recognition {
  readonly sets: readonly RecognisedSet[];
  /** What cannot be read, and why. */
  readonly refused: readonly { readonly name: string; readonly reason: Message }[];
}

/** A zip within a zip is opened, one within that is not. */
const MOST_DEPTH = 2;

/** Files beside others that say nothing a reader here needs. */
const SIDECARS =
  /\.(?:cpg|sbn|sbx|qix|fix|qpj|qmd|qml|qgs|qgz|sld|lyr|xml|atx|csvt|aux|ovr|wal|shm)$|(?:^|\/)(?:thumbs\.db|desktop\.ini)$/i;

/**
 * Tells the data sets among files by what is in them, not by what they are called; zips are opened, with bombs and
 * paths out of them refused. A shapefile's parts are brought together by the name that they share.
 */
export function recognise(files: readonly SourceFile[]): Recognition {
  const collected = new Collected();
  collected.takeAll(files, 0);
  return collected.finish();
}

class Collected {
  private readonly sets: RecognisedSet[] = [];
  private readonly refused: { name: string; reason: Message }[] = [];
  private readonly parts: ShapefilePart[] = [];
  /** Tables that belong to all the shapefiles beside them. */
  private readonly aliases: SourceFile[] = [];

  takeAll(files: readonly SourceFile[], depth: number): void {
    const { geodatabases, others } = geodatabaseSets(files);
    this.sets.push(...geodatabases);
    for (const file of others) this.take(file, depth);
  }

  private take(file: SourceFile, depth: number): void {
    const { name, bytes } = file;
    if (isHidden(name)) return;
    const kind = contentKind(bytes);
    if (kind === 'zip') this.takeZip(file, depth);
    else if (kind === 'shp' || kind === 'shx' || kind === 'dbf' || kind === 'prj') {
      this.parts.push({ kind, file });
    } else if (isAliasTable(bytes)) this.aliases.push(file);
    else if (SIDECARS.test(name) && !isSet(kind)) {
      if (/\.cpg$/i.test(name)) this.parts.push({ kind: 'cpg', file });
    } else if (isSet(kind)) this.sets.push({ format: kind, name, files: [file] });
    else this.refuse(name, reasonAgainst(kind, file));
  }

  finish(): Recognition {
    const { shapefiles, orphans } = shapefileSets(this.parts);
    for (const { kind, file } of orphans) {
      if (kind === 'dbf') this.refuse(file.name, message('format-dbf-alone', { file: file.name }));
    }
    const complete = shapefiles.map((set) => ({ ...set, files: [...set.files, ...this.aliases] }));
    return { sets: [...this.sets, ...complete], refused: this.refused };
  }

  private takeZip(file: SourceFile, depth: number): void {
    const opened = openZip(file, depth);
    if (opened.kind === 'refused') this.refuse(file.name, opened.reason);
    else if (opened.kind === 'set') this.sets.push(opened.set);
    else {
      const before = this.size;
      this.takeAll(opened.files, depth + 1);
      if (this.size === before) this.refuse(file.name, message('zip-without-data', { file: file.name }));
    }
  }

  private get size(): number {
    return this.sets.length + this.refused.length + this.parts.length;
  }

  private refuse(name: string, reason: Message): void {
    this.refused.push({ name, reason });
  }
}

type OpenedZip =
  | { readonly kind: 'refused'; readonly reason: Message }
  /** The zip itself is of a format. */
  | { readonly kind: 'set'; readonly set: RecognisedSet }
  | { readonly kind: 'files'; readonly files: readonly SourceFile[] };

function openZip(file: SourceFile, depth: number): OpenedZip {
  const { name, bytes } = file;
  const refused = (reason: Message): OpenedZip => ({ kind: 'refused', reason });
  if (depth >= MOST_DEPTH) return refused(message('zip-too-deep', { file: name }));
  if (isLockedZip(bytes)) return refused(message('file-locked', { file: name }));
  const unpacked = unpack(bytes, name);
  if (!unpacked.ok) return refused(unpacked.error);
  const paths = [...unpacked.value.keys()];
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path));
  if (has(/^project\.json$/)) return refused(message('zip-is-project', { file: name }));
  if (has(/^\[Content_Types\]\.xml$/)) {
    return has(/^xl\//)
      ? { kind: 'set', set: { format: 'xlsx', name, files: [file] } }
      : refused(message('format-unreadable', { file: name, format: 'Office' }));
  }
  const files = Array.from(unpacked.value, ([path, content]) => ({
    name: `${name}/${path}`,
    bytes: content,
  }));
  // A KMZ: its pictures are no data sets.
  return has(/^doc\.kml$/i) ? { kind: 'set', set: { format: 'kml', name, files } } : { kind: 'files', files };
}

/** The kinds that are a data set by themselves. */
function isSet(kind: ContentKind): kind is Exclude<FormatId, 'shapefile' | 'geodatabase' | 'xlsx'> {
  return (
    kind === 'geojson' ||
    kind === 'flatgeobuf' ||
    kind === 'geopackage' ||
    kind === 'kml' ||
    kind === 'dxf' ||
    kind === 'csv' ||
    kind === 'boundary-text'
  );
}

function reasonAgainst(kind: ContentKind, { name: file, bytes }: SourceFile): Message {
  if (kind === 'empty') return message('file-empty', { file });
  const format = typeof kind === 'object' ? kind.other : '';
  if (format === 'DWG') return message('format-dwg', { file });
  if (format === 'Office 97–2003') {
    return message(isLockedOffice(bytes) ? 'file-locked' : 'format-xls', { file });
  }
  return format === '' ? message('format-unknown', { file }) : message('format-unreadable', { file, format });
}
