import type { GeoFeature } from '../../src/domain/feature';
import { isCollectionName, LAYER_NAMES, type LayerName } from '../../src/domain/layer';
import type { PlanRecord } from '../../src/domain/plan';
import type { ProjectInfo } from '../../src/domain/project';
import type { Rule, Standard } from '../../src/domain/rule';
import type { Target } from '../../src/domain/target';
import type { CheckReport } from '../../src/domain/check-report';
import { checkProject, type CheckInput } from '../../src/engine/check-project';
import { layerContent, type Contents } from '../../src/engine/layer-contents';
import { tableOfFeatures } from './table-of-features';
import { featureRecord, layerRecord, packRecord, projectRecord } from './plan-records';

/** The day of all checks. */
export const AS_OF = '2026-11-25';

export interface Town {
  readonly layers: Partial<Readonly<Record<LayerName, readonly GeoFeature[]>>>;
  readonly rules?: readonly Rule[];
  readonly standards?: readonly Standard[];
  readonly targets?: readonly Target[];
  readonly info?: Partial<ProjectInfo>;
  readonly accuraciesM?: Partial<Readonly<Record<LayerName, number>>>;
}

/** A project of these features and rules as the engine takes it. Feature ids must be text. */
export function checkInput({ layers, rules, standards, targets, info, accuraciesM }: Town): CheckInput {
  const present = LAYER_NAMES.filter((name) => layers[name] !== undefined);
  const records: PlanRecord[] = [
    projectRecord(info),
    packRecord('pack', undefined, { rules: rules ?? [], standards: standards ?? [] }),
    { kind: 'targets', targets: targets ?? [] },
  ];
  const contents: CheckInput['layers'][number][] = [];
  for (const name of present) {
    const features = layers[name] ?? [];
    const accuracyM = accuraciesM?.[name];
    const accuracy = accuracyM === undefined ? {} : { accuracyM };
    if (isCollectionName(name)) {
      records.push(layerRecord({ name, file: `${name}.geojson`, ...accuracy }));
      for (const feature of features) {
        const record = featureRecord(name, idIn(feature), {}, feature.geometry);
        records.push({ ...record, feature });
      }
    } else {
      const hash = `hash of ${name}`;
      records.push(layerRecord({ name, file: `${name}.geojson`, hash, ...accuracy }));
      contents.push({
        layer: name,
        hash,
        table: tableOfFeatures(features.map((feature) => ({ id: idIn(feature), feature }))),
      });
    }
  }
  return { records, layers: contents, notices: { rejected: [], repaired: [] }, revision: 0, asOf: AS_OF };
}

/** The reference layers of an input as the engine's state asks for them. */
export function contentsOf({ layers }: CheckInput): Contents {
  const contents = layers.map(({ layer, hash, table }) =>
    layerContent({ layer, hash, rejected: [], repaired: [] }, table),
  );
  return (layer, hash) => contents.find((content) => content.layer === layer && content.hash === hash);
}

/** The whole answer of a check. */
export async function checkReport(input: CheckInput): Promise<CheckReport> {
  const { report, conflicts } = await checkProject(input);
  return { ...report, conflicts: [...conflicts()] };
}

function idIn(feature: GeoFeature): string {
  if (typeof feature.id !== 'string') throw new Error('features of a town have text ids');
  return feature.id;
}
