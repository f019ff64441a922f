import { isCollectionName, type LayerDescription, type LayerName } from '../../domain/layer';
import { message, type Message } from '../../domain/message';
import { importCollection } from '../../domain/operations/import-collection';
import { importReferenceLayer } from '../../domain/operations/import-reference-layer';
import { withFirstFrame } from '../../domain/operations/first-frame';
import { layerOf, layersOf, type Plan } from '../../domain/plan';
import { apply, compose, EMPTY_DIFF, type PlanDiff } from '../../domain/plan-diff';
import { err, ok, type Result } from '../../domain/result';
import type { InspectReply } from '../../engine/protocol';
import { unionBox } from '../plan-box';
import type { PendingImport } from '../import-store';

export type ReadImport = PendingImport & { readonly reply: InspectReply };

/** The file that a layer has in the project: the one it has, else one of its name that no other layer has. */
function fileFor(plan: Plan, name: LayerName): string {
  const own = layerOf(plan, name)?.file;
  if (own !== undefined) return own;
  const taken = new Set(layersOf(plan).map(({ file }) => file));
  let file = `${name}.geojson`;
  for (let number = 2; taken.has(file); number++) file = `${name}-${number}.geojson`;
  return file;
}

function diffOf(plan: Plan, { layer, mode, reply, origin }: ReadImport): Result<PlanDiff, Message> {
  const { report, members, unread, features } = reply;
  if (isCollectionName(layer)) {
    return importCollection(plan, {
      collection: layer,
      features: features ?? [],
      members,
      unread,
      mode,
      origin,
    });
  }
  const description: LayerDescription = {
    ...{ name: layer, file: fileFor(plan, layer), hash: report.hash },
    ...(origin ? { source: origin } : {}),
  };
  return importReferenceLayer(plan, { layer: description });
}

/** The one change that takes all those files into the plan. Refused: two files for one reference layer. */
export function importDiff(plan: Plan, imports: readonly ReadImport[]): Result<PlanDiff, Message> {
  const taken = new Set<LayerName>();
  let next = plan;
  let all = EMPTY_DIFF;
  for (const each of imports) {
    const { layer, file } = each;
    if (taken.has(layer) && !isCollectionName(layer))
      return err(message('import.layer-twice', { layer, file }));
    taken.add(layer);
    const diff = diffOf(next, each);
    if (!diff.ok) return diff;
    next = apply(next, diff.value);
    all = compose(all, diff.value);
  }
  const districts = imports.find(({ layer }) => layer === 'districts');
  const box = districts?.reply.report.box ?? unionBox(imports.map(({ reply }) => reply.report.box));
  return ok(withFirstFrame(plan, all, box));
}
