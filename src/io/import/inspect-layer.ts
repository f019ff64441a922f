import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { LonLatBox } from '../../domain/feature';
import type { ImportIssue, ImportReport } from '../../domain/import-report';
import type { LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import type { FrameCentre } from '../../domain/project';
import { readCollection } from './collection';
import { extentOf } from './coordinates';
import { IdGiver } from './ids';
import { inspectFeature, type ImportedFeature } from './inspect-feature';
import { parseJson } from './parse';
import { placeFile } from './placement';
import { RepairScale } from './repair-scale';
import { revisionRemark } from './revision';
import { readText } from './sniff';

export interface InspectInput {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly layer: LayerName;
  /** The property that holds the id where `Feature.id` is absent; `id` by default. */
  readonly idField?: string;
  /** To notice exchanged axes and features far away; null or absent where no districts are known. */
  readonly districtsBox?: LonLatBox | null;
  /** To name the grid zone of planar coordinates; null or absent where unknown. */
  readonly frame?: FrameCentre | null;
  /** Exchange the first two numbers of every position, at the user's word. */
  readonly swapAxes?: boolean;
  /** An empty FeatureCollection is an empty layer, not a mistake. */
  readonly allowEmpty?: boolean;
  /** Issues say what repairs do to areas, and what could be mended: takes longer. */
  readonly measureRepairs?: boolean;
}

export interface InspectedLayer {
  readonly report: ImportReport;
  readonly features: readonly ImportedFeature[];
  /** Foreign members of the FeatureCollection. */
  readonly members: Readonly<Record<string, unknown>>;
  /** The rejected features, as they are in the file. */
  readonly unread: readonly unknown[];
}

export interface InspectProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Reads one GeoJSON file as one layer: whatever is in it, this never throws; a file that cannot be used has
 * `report.failure`, a feature that cannot be used is among `unread` with its reason in `report.issues`.
 */
export function inspectLayer(
  input: InspectInput,
  progress?: (done: number, total: number) => void,
): InspectedLayer {
  const steps = inspectSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    progress?.(step.value.done, step.value.total);
  }
}

/** A slice of work between two looks at the event loop, in ms: short enough that a cancel is prompt. */
const SLICE_MS = 20;

/** As `inspectLayer`, letting others have their turn every 20 ms; rejects with the signal's reason on abort. */
export async function inspectLayerAsync(
  input: InspectInput,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: InspectProgress) => void } = {},
): Promise<InspectedLayer> {
  const steps = inspectSteps(input);
  let sliceEnds = performance.now() + SLICE_MS;
  for (;;) {
    options.signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnds) continue;
    options.onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceEnds = performance.now() + SLICE_MS;
  }
}

/** Bytes hashed between two steps: some milliseconds of work. */
const HASH_CHUNK = 1 << 20;

function* inspectSteps(input: InspectInput): Generator<InspectProgress, InspectedLayer> {
  const { file, bytes, layer, districtsBox = null, frame = null } = input;
  const hash = yield* hashSteps(bytes);
  const base = { file, layer, hash, bytes: bytes.length };
  const text = readText(bytes, file);
  if (!text.ok) return failed(base, text.error);
  yield { done: 0, total: 0 };
  const json = parseJson(text.value, file);
  if (!json.ok) return failed(base, json.error);
  const collection = readCollection(json.value, file, input.allowEmpty ?? false);
  if (!collection.ok) return failed(base, collection.error);
  const total = collection.value.features.length;
  yield { done: 0, total };
  const extent = extentOf(collection.value.features);
  const placement = placeFile(collection.value.crs, extent, {
    file,
    districtsBox,
    frame,
    swapAxes: input.swapAxes ?? false,
  });
  if (!placement.ok) return failed(base, placement.error);

  const context = {
    layer,
    toLonLat: placement.value.toLonLat,
    districtsBox,
    ids: new IdGiver(input.idField),
    scale: input.measureRepairs ? new RepairScale() : null,
  };
  const features: ImportedFeature[] = [];
  const unread: unknown[] = [];
  const issues: ImportIssue[] = [];
  let box: LonLatBox | null = null;
  let [heights, far] = [0, 0];
  for (const [index, raw] of collection.value.features.entries()) {
    const outcome = inspectFeature(raw, index, context);
    if ('unread' in outcome) {
      unread.push(outcome.unread);
      issues.push(outcome.issue);
    } else {
      features.push(outcome.accepted);
      issues.push(...outcome.issues);
      box = around(box, outcome.box);
      if (outcome.hasHeight) heights++;
      if (outcome.isFar) far++;
    }
    yield { done: index + 1, total };
  }
  const remarks = [...placement.value.remarks];
  if (heights > 0) remarks.push(message('heights-ignored', { count: heights }));
  if (far > 0) remarks.push(message('features-far-away', { count: far }));
  const { members } = collection.value;
  const revision = revisionRemark(members);
  if (revision) remarks.push(revision);
  const report = { ...base, failure: null, remarks, total, accepted: features.length, issues, box };
  return { report, features, members, unread };
}

function* hashSteps(bytes: Uint8Array): Generator<InspectProgress, string> {
  const hash = sha256.create();
  for (let at = 0; at < bytes.length; at += HASH_CHUNK) {
    hash.update(bytes.subarray(at, at + HASH_CHUNK));
    yield { done: 0, total: 0 };
  }
  return bytesToHex(hash.digest());
}

function failed(
  base: Pick<ImportReport, 'file' | 'layer' | 'hash' | 'bytes'>,
  failure: Message,
): InspectedLayer {
  const report = { ...base, failure, remarks: [], total: 0, accepted: 0, issues: [], box: null };
  return { report, features: [], members: {}, unread: [] };
}

function around(a: LonLatBox | null, b: LonLatBox): LonLatBox {
  if (!a) return b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
