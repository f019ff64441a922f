import canonicalize from 'canonicalize';
import type { GeoFeature } from '../../domain/feature';
import { isCollectionName, type LayerDescription } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import {
  commentsOf,
  decisionsOf,
  featuresOf,
  layersOf,
  packsOf,
  projectOf,
  type FeatureRecord,
  type PackRecord,
  type Plan,
} from '../../domain/plan';
import { err, ok, type Result } from '../../domain/result';
import type { RulePack } from '../../domain/rule';
import { ownId } from '../import/ids';
import { collectionText } from './collection-text';
import { writeLayerEntries } from './layer-entries';
import { builtinCopyPath, builtinId } from './read-packs';
import { PROJECT_FILE, PROJECT_FORMAT, PROJECT_VERSION } from './schema';

/** What a project holds beside its plan. */
export interface ProjectExtras {
  /** The shipped packs by id, to tell an edited copy from the original. */
  readonly shipped: ReadonlyMap<string, RulePack>;
  /** Whether to put copies of the shipped packs in: yes for a zip that goes elsewhere. */
  readonly copyShipped: boolean;
  readonly journal?: string | null;
  readonly otherFiles?: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

const encoder = new TextEncoder();

/**
 * The files of a project, by path; reading them gives the same records again. Reference layers go out byte for
 * byte as `layerFile` has them (by hash); the error names a layer whose file is not there.
 */
export function writeProject<F extends Uint8Array | Blob = Uint8Array>(
  plan: Plan,
  layerFile: (hash: string) => F | undefined,
  extras: ProjectExtras,
): Result<Map<string, Uint8Array | F>, Message> {
  const info = projectOf(plan);
  if (!info) return err(message('no-project'));
  const files = new Map<string, Uint8Array | F>();
  for (const { path, bytes } of extras.otherFiles ?? []) files.set(path, bytes);
  const layers = layersOf(plan);
  for (const layer of layers) {
    const content = isCollectionName(layer.name) ? collectionBytes(plan, layer) : layerFile(layer.hash ?? '');
    if (!content) return err(message('layer-bytes-missing', { layer: layer.name, file: layer.file }));
    files.set(layer.file, content);
  }
  const {
    layers: layersRest,
    targets: targetsPath,
    review: reviewRest,
    decisions: decisionsPath,
    comments: commentsPath,
    journal: journalPath,
    ...members
  } = info.members ?? {};
  const rules = packsOf(plan).map((record) => writePack(record, extras, files));
  const targets = plan.get('targets');
  const paths = {
    targets: putIf(
      files,
      targetsPath,
      'targets.json',
      targets?.kind === 'targets' && jsonText(targets.targets),
    ),
    decisions: putIf(files, decisionsPath, 'decisions.json', listText(decisionsOf(plan))),
    comments: putIf(files, commentsPath, 'comments.json', listText(commentsOf(plan))),
    journal: putIf(files, journalPath, 'journal.jsonl', hasValue(extras.journal) && extras.journal),
  };
  const project = {
    format: PROJECT_FORMAT,
    version: PROJECT_VERSION,
    name: info.name,
    datum: info.datum,
    toleranceM: info.toleranceM,
    classification: info.classification,
    ...(info.householdSize === undefined ? {} : { householdSize: info.householdSize }),
    frame: info.frame,
    layers: writeLayerEntries(layers, (layersRest ?? {}) as Record<string, unknown>),
    ...(paths.targets === null ? {} : { targets: paths.targets }),
    rules,
    ...(info.reviewRoles === undefined && reviewRest === undefined
      ? {}
      : {
          review: {
            ...(reviewRest as object | undefined),
            ...(info.reviewRoles && { roles: info.reviewRoles }),
          },
        }),
    ...(paths.decisions === null ? {} : { decisions: paths.decisions }),
    ...(paths.comments === null ? {} : { comments: paths.comments }),
    ...(paths.journal === null ? {} : { journal: paths.journal }),
    ...members,
  };
  files.set(PROJECT_FILE, encoder.encode(jsonText(project)));
  return ok(files);
}

function collectionBytes(plan: Plan, layer: LayerDescription): Uint8Array | undefined {
  if (!isCollectionName(layer.name)) return undefined;
  const features = featuresOf(plan, layer.name).map((record) => identified(record, layer.idField));
  return encoder.encode(collectionText([...features, ...(layer.unread ?? [])], layer.members));
}

/** The feature saying the id of its record. */
function identified({ id, feature }: FeatureRecord, idField: string | undefined): GeoFeature {
  return ownId(feature, idField) === id ? feature : { ...feature, id };
}

/** Puts a pack's file where it needs one, and gives its entry in `rules`. */
function writePack({ source, pack }: PackRecord, extras: ProjectExtras, files: Map<string, unknown>): string {
  const id = builtinId(source);
  const bytes = encoder.encode(jsonText(pack));
  if (id === null) {
    files.set(source, bytes);
    return source;
  }
  const shipped = extras.shipped.get(id);
  if (shipped && canonicalize(shipped) === canonicalize(pack)) {
    if (extras.copyShipped) files.set(builtinCopyPath(id), bytes);
    return source;
  }
  const path = `rules/${pack.id}.json`;
  files.set(path, bytes);
  return path;
}

function putIf(
  files: Map<string, unknown>,
  path: unknown,
  usualPath: string,
  text: string | false,
): string | null {
  if (text === false) return null;
  const target = typeof path === 'string' ? path : usualPath;
  files.set(target, encoder.encode(text));
  return target;
}

/** No file for an empty list. */
function listText(list: readonly unknown[]): string | false {
  return list.length > 0 && jsonText(list);
}

function hasValue<T>(value: T): value is NonNullable<T> {
  return value !== null && value !== undefined;
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
