import type { Analysis, AnalysisDelta } from '../../src/domain/analysis';
import { isCollectionName, LAYER_NAMES, type LayerName } from '../../src/domain/layer';
import type { PlanRecord } from '../../src/domain/plan';
import type { EngineClient } from '../../src/engine/client';
import { createInlineEngine } from '../../src/engine/inline-engine';
import { checkInput } from './check-input';
import { smallTown } from './small-town';

/** A layer of the small town as a file. */
export function townBytes(seed: number, layer: LayerName): Uint8Array {
  const features = smallTown(seed).layers[layer] ?? [];
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
}

/** An engine that has read the small town's files and loaded its plan as revision 1. */
export async function loadedTown(
  seed: number,
): Promise<{ engine: EngineClient; records: readonly PlanRecord[]; analysis: Analysis }> {
  const engine = createInlineEngine();
  const town = smallTown(seed);
  const hashes = new Map<LayerName, string>();
  for (const layer of LAYER_NAMES) {
    if (isCollectionName(layer) || !town.layers[layer]) continue;
    const file = `${layer}.geojson`;
    const { report } = await engine.inspect({ file, layer, bytes: townBytes(seed, layer) });
    hashes.set(layer, report.hash);
  }
  const records = checkInput(town).records.map((record): PlanRecord => {
    if (record.kind !== 'layer') return record;
    const hash = hashes.get(record.layer.name);
    return hash === undefined ? record : { kind: 'layer', layer: { ...record.layer, hash } };
  });
  return { engine, records, analysis: await analysed(engine, records, 1) };
}

/** Loads a plan, and lists all its findings. */
export async function analysed(
  engine: EngineClient,
  records: readonly PlanRecord[],
  revision: number,
): Promise<Analysis> {
  const tables = await engine.load({ records, revision });
  return { ...tables, findings: await engine.findings(0, Infinity) };
}

/** Ids of all conflicts after a change. */
export function applyDelta({ findings }: Analysis, { upserted, removed }: AnalysisDelta): string[] {
  const ids = new Set(findings.map(({ conflict }) => conflict.id));
  for (const id of removed) ids.delete(id);
  for (const { conflict } of upserted) ids.add(conflict.id);
  return [...ids].sort();
}
