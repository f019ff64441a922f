import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { compareStandings, type StandingDifferences } from '../domain/compare/compare-decisions';
import { comparePlans, type PlanComparison } from '../domain/compare/compare-plans';
import { withEditedLayer } from '../domain/compare/edited-layer';
import type { StateComparison } from '../domain/compare/state-comparison';
import { isCollectionName, LAYER_NAMES, type LayerName } from '../domain/layer';
import { message, type Message } from '../domain/message';
import { layerOf, layersOf, planOf, projectOf, type Plan } from '../domain/plan';
import { err, ok, type Result } from '../domain/result';
import { compareProjects, type ComparedProject } from '../engine/compare/compare-projects';
import { EngineError, messageOf } from '../engine/engine-error';
import { createFrame } from '../geo/frame';
import { vertexShift } from '../geo/vertex-shift';
import { inspectLayer } from '../io/import/inspect-layer';
import { readTable } from '../io/import/read-table';
import { headOf } from '../io/journal/journal';
import { verifyJournal } from '../io/journal/verify-journal';
import type { DiffArguments } from './diff-arguments';
import { kindOf } from './file-source';
import { openProject } from './open-project';

/** One side of a comparison. */
export interface DiffSide extends ComparedProject {
  readonly plan: Plan;
  readonly project: string;
  /** Number of the last entry of its journal; 0 without one. */
  readonly revision: number;
}

export interface Difference {
  readonly a: DiffSide;
  readonly b: DiffSide;
  readonly plans: PlanComparison;
  readonly states: StateComparison;
  readonly standings: StandingDifferences;
}

/** Compares a project with another, or with one of its layers in a file of its own. The error is of what is unreadable. */
export async function diff(
  words: Pick<DiffArguments, 'a' | 'b' | 'layer'>,
  asOf: string,
): Promise<Result<Difference, Message>> {
  const a = await projectSide(words.a);
  if (!a.ok) return a;
  const isLayer = words.layer !== null || (await isLayerFile(words.b));
  const b = isLayer ? await layerSide(a.value, words.b, words.layer) : await projectSide(words.b);
  if (!b.ok) return b;
  const frame = createFrame(projectOf(a.value.plan)!.frame);
  try {
    const states = await compareProjects(a.value, b.value, {
      limit: Infinity,
      asOf,
      isEditedElsewhere: isLayer,
    });
    return ok({
      a: a.value,
      b: b.value,
      plans: comparePlans(a.value.plan, b.value.plan, (from, to) => vertexShift(frame, from, to)),
      states,
      standings: compareStandings(a.value.plan, b.value.plan, states.decided),
    });
  } catch (error) {
    if (error instanceof EngineError) return err(messageOf(error));
    throw error;
  }
}

async function projectSide(path: string): Promise<Result<DiffSide, Message>> {
  const opened = await openProject(path);
  if (!opened.ok) return opened;
  const { records, layers, journal } = opened.value;
  const { entries } = verifyJournal(journal?.bytes ?? new Uint8Array());
  const plan = planOf(records);
  return ok({
    plan,
    records,
    layers: layers.flatMap(({ name, hash, inspected: { table } }) =>
      table ? [{ layer: name, hash, table }] : [],
    ),
    project: projectOf(plan)?.name ?? '',
    revision: headOf(entries ?? []).seq,
  });
}

/** A file that is no zip of a project. */
async function isLayerFile(path: string): Promise<boolean> {
  return (await kindOf(path)) === 'file' && !path.toLowerCase().endsWith('.zip');
}

/** The project with one of its layers as a file has it. */
async function layerSide(
  { plan, layers, project, revision }: DiffSide,
  path: string,
  wanted: LayerName | null,
): Promise<Result<DiffSide, Message>> {
  if ((await kindOf(path)) !== 'file') return err(message('cli.not-found', { file: path }));
  const layer = wanted ?? layerOfFile(plan, path);
  if (!layer) return err(message('cli.which-layer', { file: path, allowed: LAYER_NAMES.join(', ') }));
  const { idField } = layerOf(plan, layer) ?? {};
  const frame = projectOf(plan)?.frame ?? null;
  const input = {
    file: path,
    bytes: await readFile(path),
    layer,
    frame,
    ...(idField === undefined ? {} : { idField }),
  };
  const read = isCollectionName(layer)
    ? { ...inspectLayer(input), table: null }
    : { ...(await readTable(input)), features: null };
  const { report, features, table } = read;
  if (report.failure) return err(report.failure);
  const { hash } = report;
  const edited = withEditedLayer(plan, { layer, file: basename(path), hash, features });
  const others = layers.filter((each) => each.layer !== layer);
  return ok({
    plan: edited,
    records: Array.from(edited.values()),
    layers: table ? [...others, { layer, hash, table }] : layers,
    project,
    revision,
  });
}

/** The layer of that file in the project, else the one that the file is named after. */
function layerOfFile(plan: Plan, path: string): LayerName | null {
  const name = basename(path);
  const own = layersOf(plan).find(({ file }) => basename(file) === name);
  const stem = name.replace(/\.[^.]*$/u, '').toLowerCase();
  return own?.name ?? LAYER_NAMES.find((layer) => layer.toLowerCase() === stem) ?? null;
}
