import type { FeatureTable } from '../../domain/feature-table';
import type { ImportReport } from '../../domain/import-report';
import { message, type Message } from '../../domain/message';
import { err, ok, type Result } from '../../domain/result';
import { readFully, ByteWindow, sourceOf, type ByteSource } from './byte-source';
import { readCollection } from './collection';
import { hashed } from './file-hash';
import { findFaultIn } from './json-fault';
import type { InspectInput } from './inspect-layer';
import { Pace, type PaceOptions } from './pace';
import { faultMessage, parseJson } from './parse';
import { placeFile, transformFor } from './placement';
import { gatherFlatGeobuf, isFlatGeobuf } from './flatgeobuf/read-flatgeobuf';
import { LayerCollector } from './scan/layer-collector';
import type { RangeScanners } from './scan/scan-in-ranges';
import { scanCollection, type ScanContext } from './scan/scan-collection';
import { revisionRemark } from './revision';
import { isUtf16, readText, textFault } from './sniff';

/** A file to be read as a layer, its bytes in memory or wherever they can be read from. */
export interface TableInput extends Omit<InspectInput, 'bytes'> {
  readonly bytes: Uint8Array | Blob | ByteSource;
}

export interface ReadOptions extends PaceOptions {
  /** Those who scan parts of a large file at the same time; the outcome is the same without them. */
  readonly scanners?: RangeScanners | undefined;
}

export interface TableReading {
  readonly report: ImportReport;
  /** The features that can be used; null where `report.failure` says why there are none. */
  readonly table: FeatureTable | null;
  /** Foreign members of the FeatureCollection. */
  readonly members: Readonly<Record<string, unknown>>;
  /** The rejected features, as they are in the file. */
  readonly unread: readonly unknown[];
}

/**
 * Reads one GeoJSON file of any size, or FlatGeobuf, as one layer, into a table: the same report, row for row the same features as
 * `inspectLayer` gives, but for heights. The bytes are scanned straight into columns; only what is unusual in any way
 * becomes objects. Lets others have their turn every 20 ms; rejects with the signal's reason on abort.
 */
export async function readTable(
  input: TableInput,
  { scanners, ...options }: ReadOptions = {},
): Promise<TableReading> {
  const { file, layer, idField, districtsBox = null, frame = null, swapAxes = false, measureRepairs } = input;
  const pace = new Pace(options);
  const given = 'read' in input.bytes ? input.bytes : sourceOf(input.bytes);
  const isForOthers = scanners !== undefined && scanners.countFor(given.size) > 1;
  const { source, hash } = await hashed(given, pace, isForOthers);
  const context: ScanContext = { layer, idField, districtsBox, swapAxes, measureRepairs, pace, scanners };
  const gathered = await gather(source, input, context);
  const base = { file, layer, hash: await hash, bytes: source.size };
  if (!gathered.ok) return failed(base, gathered.error);
  const { collector, members, crs } = gathered.value;
  const placement = placeFile(crs, collector.extent.extent(), { file, districtsBox, frame, swapAxes });
  if (!placement.ok) return failed(base, placement.error);
  const { table, total, issues, unread, box, remarks } = collector.finish();
  const revision = revisionRemark(members);
  const all = [...placement.value.remarks, ...remarks, ...(revision ? [revision] : [])];
  const report = { ...base, failure: null, remarks: all, total, accepted: table.size, issues, box };
  return { report, table, members, unread };
}

/** More bytes than this are not sure to fit into a text of V8 (2^29 − 24 code units). */
const MOST_TEXT = 0x1fff_ffe8;

interface Gathered {
  readonly collector: LayerCollector;
  readonly members: Readonly<Record<string, unknown>>;
  readonly crs: unknown;
}

async function gather(
  source: ByteSource,
  { file, allowEmpty = false }: Pick<TableInput, 'file' | 'allowEmpty'>,
  context: ScanContext,
): Promise<Result<Gathered, Message>> {
  if (await isFlatGeobuf(source)) {
    const gathered = await gatherFlatGeobuf(source, file, context);
    const isEmpty = gathered.ok && gathered.value.collector.total === 0 && !allowEmpty;
    return isEmpty ? err(message('no-features', { file })) : gathered;
  }
  const scan = await scanCollection(new ByteWindow(source), context);
  if (scan.kind === 'malformed' || (scan.kind === 'other' && source.size > MOST_TEXT)) {
    const fault = await faultOf(source, file, context.pace);
    if (fault) return err(fault);
  }
  if (scan.kind !== 'collection') return gatherText(source, { file, allowEmpty }, context);
  const { collector, rest } = scan;
  const features = collector.total > 0 ? [null] : [];
  const collection = readCollection({ ...rest, features }, file, allowEmpty);
  return collection.ok ? ok({ ...collection.value, collector }) : collection;
}

/** What is wrong with bytes that are no JSON in UTF-8, or too many for what they hold. */
async function faultOf(source: ByteSource, file: string, pace: Pace): Promise<Message | null> {
  if (!(await isUtf16(source))) {
    const text = await textFault(source, file, pace);
    if (text) return text;
    const fault = await findFaultIn(source, pace);
    if (fault) return faultMessage(fault, file);
  }
  return source.size > MOST_TEXT ? message('file-too-long', { file }) : null;
}

/** For what is no FeatureCollection in UTF-8: a lone feature, UTF-16, or nothing that can be read. */
async function gatherText(
  source: ByteSource,
  { file, allowEmpty }: { file: string; allowEmpty: boolean },
  context: ScanContext,
): Promise<Result<Gathered, Message>> {
  const text = readText(await readFully(source), file);
  if (!text.ok) return text;
  const json = parseJson(text.value, file);
  if (!json.ok) return json;
  const collection = readCollection(json.value, file, allowEmpty);
  if (!collection.ok) return collection;
  const { features, members, crs } = collection.value;
  const toLonLat = transformFor(crs, context.swapAxes);
  const collector = new LayerCollector({ ...context, toLonLat });
  for (const [index, raw] of features.entries()) {
    collector.addRaw(raw);
    if (context.pace.isDue) await context.pace.rest(index, features.length);
  }
  return ok({ collector, members, crs });
}

function failed(
  base: Pick<ImportReport, 'file' | 'layer' | 'hash' | 'bytes'>,
  failure: Message,
): TableReading {
  const report = { ...base, failure, remarks: [], total: 0, accepted: 0, issues: [], box: null };
  return { report, table: null, members: {}, unread: [] };
}
