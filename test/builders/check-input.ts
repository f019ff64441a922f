import type { GeoFeature } from '../../src/domain/feature';
import { isCollectionName, LAYER_NAMES, type LayerName } from '../../src/domain/layer';
import type { PlanRecord } from '../../src/domain/plan';
import type { ProjectInfo } from '../../src/domain/project';
import type { Rule, Standard } from '../../src/domain/rule';
import type { Target } from '../../src/domain/target';
import type { CheckInput } from '../../src/engine/check-project';
import { featureRecord, layerRecord, packRecord, projectRecord } from './plan-records';

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
        features: features.map((feature) => ({ id: idIn(feature), feature })),
      });
    }
  }
  return { records, layers: contents, notices: { rejected: [], repaired: [] }, revision: 0 };
}

function idIn(feature: GeoFeature): string {
  if (typeof feature.id !== 'string') throw new Error('features of a town have text ids');
  return feature.id;
}
