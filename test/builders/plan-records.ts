import type { FeatureGeometry } from '../../src/domain/feature';
import type { JsonObject } from '../../src/domain/json';
import type { CollectionName, LayerDescription } from '../../src/domain/layer';
import type { FeatureRecord, LayerRecord, PackRecord, ProjectRecord } from '../../src/domain/plan';
import type { ProjectInfo } from '../../src/domain/project';
import type { Rule, RulePack, Standard } from '../../src/domain/rule';

export function squareAt(lon: number, lat: number, size = 0.001): FeatureGeometry {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [lon, lat],
        [lon + size, lat],
        [lon + size, lat + size],
        [lon, lat + size],
        [lon, lat],
      ],
    ],
  };
}

export function featureRecord(
  collection: CollectionName,
  id: string,
  properties: JsonObject = {},
  geometry: FeatureGeometry = squareAt(106, 31.6),
): FeatureRecord {
  return {
    kind: 'feature',
    collection,
    id,
    feature: { type: 'Feature', id, geometry, properties: { id, ...properties } },
  };
}

export function schoolRecord(
  id: string,
  properties: JsonObject = {},
  geometry?: FeatureGeometry,
): FeatureRecord {
  return featureRecord(
    'schools',
    id,
    { name: `学校 ${id}`, stage: 'primary', status: 'existing', ...properties },
    geometry,
  );
}

export function projectRecord(changes: Partial<ProjectInfo> = {}): ProjectRecord {
  return {
    kind: 'project',
    info: {
      name: '测试项目',
      datum: 'CGCS2000',
      toleranceM: 0.05,
      classification: 'internal',
      frame: { lon: 106, lat: 31.6 },
      ...changes,
    },
  };
}

export function layerRecord(layer: LayerDescription): LayerRecord {
  return { kind: 'layer', layer };
}

export function ruleOf(id: string, changes: Partial<Rule> = {}): Rule {
  return {
    id,
    title: { zh: `规则 ${id}`, en: `Rule ${id}` },
    basis: {
      kind: 'law',
      code: '互联网上网服务营业场所管理条例(2022)',
      clause: '第九条',
      region: 'CN',
      confidence: 'full-text',
    },
    subject: { layer: 'schools' },
    object: { layer: 'facilities' },
    test: { relation: 'within-distance', distanceM: 200 },
    measure: { from: 'boundary', to: 'boundary', screening: 'over' },
    severity: 'prohibit',
    examples: [],
    ...changes,
  };
}

export const STANDARD: Standard = {
  id: 'cn.primary-radius',
  kind: 'service-radius',
  stage: 'primary',
  value: 500,
  basis: { kind: 'standard', code: 'GB 50099-2011', region: 'CN', confidence: 'full-text' },
};

export function packRecord(
  id: string,
  source = `builtin:${id}`,
  changes: Partial<RulePack> = {},
): PackRecord {
  return {
    kind: 'pack',
    source,
    pack: {
      id,
      version: '1.0.0',
      title: { zh: `规则集 ${id}`, en: `Pack ${id}` },
      region: 'CN',
      rules: [ruleOf(`${id}.near`), ruleOf(`${id}.over`, { test: { relation: 'overlaps' } })],
      standards: [STANDARD],
      ...changes,
    },
  };
}
