import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../../src/domain/rule';
import { LON_LAT } from '../../../../../src/geo/crs/crs';
import type { ExportFeature } from '../../../../../src/io/export/geojson-file';
import type { ExportedLayer, LayerFeatures } from '../../../../../src/io/export/layers/exported-layer';
import { targetSystem } from '../../../../../src/io/export/layers/target-system';
import { applyProfile } from '../../../../../src/io/export/profile/apply-profile';
import { INTERNAL, type PublicProfile } from '../../../../../src/io/export/profile/profile';
import { roundingPlane } from '../../../../../src/io/export/profile/rounding-plane';
import { tellingRules } from '../../../../../src/io/export/profile/sensitive';
import { ruleOf } from '../../../../builders/plan-records';

const PUBLIC: PublicProfile = { kind: 'public', roundM: 0, approvalNumber: '', tellingRules: [] };

function feature(id: string, properties: Record<string, unknown>, at = [106, 31.6]): ExportFeature {
  return { id, geometry: { type: 'Point', coordinates: at }, properties: { id, ...properties } };
}

function layer(name: ExportedLayer, ...features: ExportFeature[]): LayerFeatures {
  return { layer: name, name, features };
}

function published(
  layers: readonly LayerFeatures[],
  profile: Partial<PublicProfile> = {},
  besides: readonly LayerFeatures[] = [],
) {
  const target = targetSystem(LON_LAT);
  if (!target.ok) throw new Error(target.error);
  const plane = roundingPlane(target.value, layers);
  const { layers: left, removed } = applyProfile({ ...PUBLIC, ...profile }, { layers, besides, plane });
  const features: Partial<Record<ExportedLayer, ExportFeature[]>> = {};
  for (const { layer: of, features: all } of left) if (of) features[of] = [...all];
  return { features, removed, names: left.map(({ name }) => name), text: JSON.stringify(features) };
}

const PRISON = feature('F-666', { kind: 'prison', name: '北山看守所' });
const CAFE = feature('F-1', { kind: 'net-cafe', name: '网吧' });

function conflict(object: Record<string, unknown>): ExportFeature {
  return feature('c', {
    rule: 'r',
    subject_layer: 'schools',
    subject_id: 'S-1',
    object_layer: 'facilities',
    distance_m: 123.456,
    ...object,
  });
}

describe('the internal profile', () => {
  it('hands on the very layers', () => {
    const layers = [layer('facilities', PRISON)];
    const target = targetSystem(LON_LAT);
    if (!target.ok) throw new Error(target.error);
    const profiled = applyProfile(INTERNAL, { layers, plane: roundingPlane(target.value, layers) });
    expect(profiled.layers).toBe(layers);
    expect(profiled.removed).toEqual({});
  });
});

describe('the public profile', () => {
  it('leaves out prisons and military facilities, and keeps others', () => {
    const { features, removed } = published([
      layer(
        'facilities',
        PRISON,
        CAFE,
        feature('F-2', { kind: 'military' }),
        feature('F-3', { name: '某部队营区' }),
      ),
    ]);
    expect(features.facilities!.map(({ id }) => id)).toEqual(['F-1']);
    expect(removed).toMatchObject({ prisons: 1, military: 2 });
  });

  it('tells land by its code within its scheme', () => {
    const parcel = (id: string, codeScheme: string, landUse: string) => feature(id, { codeScheme, landUse });
    const { features, removed } = published([
      layer(
        'parcels',
        parcel('a', 'MNR2023', '1501'),
        parcel('b', 'MNR2023', '0901'),
        parcel('c', 'GBT21010-2017', '0901'),
        parcel('d', 'GBT21010-2017', '0903'),
        parcel('e', 'GB50137-2011', 'H41'),
        feature('f', {
          codeScheme: 'MNR2023',
          landUses: [
            { code: '0701', share: 0.5 },
            { code: '1505', share: 0.5 },
          ],
        }),
      ),
    ]);
    expect(features.parcels!.map(({ id }) => id)).toEqual(['b']);
    expect(removed).toMatchObject({ military: 3, prisons: 2 });
  });

  it('leaves out pipelines with their layer', () => {
    const { names, removed } = published([
      layer('pipelines', feature('P-77', { medium: 'gas' })),
      layer('facilities', CAFE),
    ]);
    expect(names).toEqual(['facilities']);
    expect(removed.pipelines).toBe(1);
  });

  it('keeps power lines without anything that tells their voltage', () => {
    const line = feature('L-1', { kV: 220, halfWidthM: 15, name: '220kV江北线', 电压等级: '220千伏' });
    const { features, removed, text } = published([layer('powerlines', line)]);
    expect(features.powerlines![0]!.properties).toEqual({ id: 'L-1', name: '江北线', 审图号: '________' });
    expect(removed.voltages).toBe(4);
    expect(text).not.toMatch(/220/);
  });

  it('leaves out conflicts from which a withheld facility could be found', () => {
    const { features, removed } = published(
      [
        layer(
          'conflicts',
          conflict({ object_id: 'F-666', object_use: 'prison' }),
          conflict({ object_id: 'F-666' }),
          conflict({ object_id: 'x', object_layer: 'pipelines' }),
          conflict({ object_id: 'y', object_layer: 'powerlines' }),
          conflict({ object_id: 'F-1', object_use: 'net-cafe' }),
        ),
      ],
      {},
      [layer('facilities', PRISON)],
    );
    expect(features.conflicts!.map(({ properties }) => properties.object_id)).toEqual(['F-1']);
    expect(removed).toEqual({ 'findings-about-withheld': 3, 'findings-about-power-lines': 1 });
  });

  it('leaves out the zones of rules that speak of what is withheld', () => {
    const rule = (id: string, object: Rule['object']): Rule => ({ ...ruleOf(id), object });
    const rules = [
      rule('pipes', { layer: 'pipelines' }),
      rule('prisons', {
        layer: 'facilities',
        where: ['in', ['get', 'kind'], ['literal', ['prison', 'landfill']]],
      }),
      rule('cafes', { layer: 'facilities', where: ['==', ['get', 'kind'], 'net-cafe'] }),
    ];
    const zones = layer(
      'zones',
      ...rules.map(({ id }) => feature(id, { rule: id, subject_layer: 'schools' })),
    );
    const { features } = published([zones], { tellingRules: tellingRules(rules) });
    expect(features.zones!.map(({ id }) => id)).toEqual(['cafes']);
  });

  it('empties what mentions a withheld facility, and nothing else', () => {
    const school = feature('S-1', {
      name: '城东小学',
      位置: '北山看守所以东',
      near: ['F-666', 'F-1'],
      classes: 12,
    });
    const other = feature('S-2', { name: '城西小学', 位置: '网吧以西', near: ['F-1'] });
    const { features, removed, text } = published([layer('schools', school, other)], {}, [
      layer('facilities', PRISON),
    ]);
    expect(text).not.toMatch(/看守所|F-666/);
    expect(features.schools![0]!.properties).toMatchObject({
      name: '城东小学',
      位置: null,
      near: null,
      classes: 12,
    });
    expect(features.schools![1]!.properties).toMatchObject({ 位置: '网吧以西', near: ['F-1'] });
    expect(removed.mentions).toBe(2);
  });

  it('drops notes, people and remarks, and marks catchments', () => {
    const school = feature('S-1', { name: '城东小学', notes: '内部', 联系电话: '139', pupils: 900 });
    const catchment = feature('k', { school_id: 'S-1', note: '非学区划分' });
    const ruled = conflict({
      object_id: 'F-1',
      decision: 'accepted',
      decided_by: '李工',
      decision_reason: '已商定',
    });
    const { features, names, removed } = published([
      layer('schools', school),
      layer('catchments', catchment),
      layer('conflicts', ruled),
    ]);
    expect(features.schools![0]!.properties).toEqual({
      id: 'S-1',
      name: '城东小学',
      pupils: 900,
      审图号: '________',
    });
    expect(features.conflicts![0]!.properties).toMatchObject({ decision: 'accepted' });
    expect(JSON.stringify(features.conflicts)).not.toMatch(/李工|已商定/);
    expect(features.catchments![0]!.properties.note).toBe('非学区划分');
    expect(names[1]).toMatch(/非学区划分/);
    expect(removed['internal-values']).toBe(4);
  });

  it('writes the approval number that is given', () => {
    const { features } = published([layer('facilities', CAFE)], { approvalNumber: ' 川S(2026)12号 ' });
    expect(features.facilities![0]!.properties.审图号).toBe('川S(2026)12号');
  });

  it('rounds positions, and takes them out of attributes too', () => {
    const school = feature(
      'S-1',
      { gates: [[106.000001, 31.600001]], 经度: 106.000001 },
      [106.000123, 31.600123],
    );
    const { features, removed } = published([layer('schools', school)], { roundM: 100 });
    expect(features.schools![0]!.properties).toEqual({ id: 'S-1', 审图号: '________' });
    expect(features.schools![0]!.geometry).not.toEqual(school.geometry);
    expect(removed['coordinate-values']).toBe(2);
  });
});
