import { describe, expect, it } from 'vitest';
import { analysed, applyDelta, loadedTown, townBytes } from '../../builders/engine-town';
import { decodedFeatures } from '../../builders/decoded-tile';
import { NO_FINDINGS } from '../../../src/domain/analysis';
import { SEVERITIES, type Rule } from '../../../src/domain/rule';
import { boxOf } from '../../../src/domain/feature';
import { featureKey, planOf, type FeatureRecord, type PlanRecord } from '../../../src/domain/plan';
import { apply, between, type PlanDiff } from '../../../src/domain/plan-diff';
import { EngineError, messageOf } from '../../../src/engine/client';
import { createInlineEngine } from '../../../src/engine/inline-engine';
import { AS_OF, checkInput, checkReport } from '../../builders/check-input';
import { ruleOf, packRecord, schoolRecord } from '../../builders/plan-records';
import { smallTown, TOWN_CENTRE, boxFeature, placed } from '../../builders/small-town';

describe('the engine on one thread', () => {
  it('gives what the command line gives', async () => {
    const { engine, records, analysis } = await loadedTown(5);
    const report = await checkReport(checkInput(smallTown(5)));
    const mine = await engine.report(AS_OF);
    expect(mine.conflicts.length).toBeGreaterThan(20);
    expect(mine).toEqual({ ...report, revision: 1 });
    expect(analysis.findings.map(({ conflict }) => ({ ...conflict, decision: null }))).toEqual(
      report.conflicts,
    );
    expect(records.length).toBeGreaterThan(10);
  });

  it('lists the gravest first, then by rule, subject and object', async () => {
    const { engine } = await loadedTown(5);
    const { conflicts } = await engine.report(AS_OF);
    const keys = conflicts.map(({ severity, rule, subject, object }) =>
      [SEVERITIES.indexOf(severity), rule, subject.id, object.id].join(' '),
    );
    expect(new Set(conflicts.map(({ severity }) => severity)).size).toBe(4);
    expect(keys).toEqual([...keys].sort());
  });

  it('lists the findings of the plan as it is, whatever was listed before', async () => {
    const { engine, records, analysis } = await loadedTown(5);
    expect(analysis.findings.length).toBeGreaterThan(20);
    const bare = records.filter(({ kind }) => kind !== 'pack');
    expect((await analysed(engine, bare, 2)).findings).toEqual([]);
    await engine.update(between(planOf(bare), planOf(records)), 3);
    expect(await engine.findings(0, Infinity)).toEqual(analysis.findings);
  });

  it('says what it lacks before a project is loaded', async () => {
    const engine = createInlineEngine();
    await expect(
      engine.preview({ collection: 'schools', feature: boxFeature('x', [0, 0, 9, 9]), replaces: null }),
    ).rejects.toThrow(EngineError);
    const failure = await engine.report(AS_OF).catch((error: unknown) => messageOf(error));
    expect(failure).toEqual({ code: 'engine.no-project', params: {} });
  });

  it('refuses a plan whose layer was never read', async () => {
    const engine = createInlineEngine();
    const { records } = checkInput(smallTown(1));
    const failure = await engine.load({ records, revision: 0 }).catch((error: unknown) => messageOf(error));
    expect(failure).toMatchObject({ code: 'engine.layer-unread' });
  });

  it('reports a filter that is none, keeps the plan in step, and recovers', async () => {
    const { engine, records, analysis } = await loadedTown(2);
    const bad = packRecord('bad', undefined, {
      rules: [ruleOf('bad', { object: { layer: 'parcels', where: ['no-such-operator', 1] } })],
      standards: [],
    });
    const added = schoolRecord('added', {}, boxFeature('added', [130, 130, 90, 70]).geometry);
    const failure = await engine
      .update({ created: [bad, added], modified: [], deleted: [] }, 2)
      .catch((error: unknown) => messageOf(error));
    expect(failure).toMatchObject({ code: 'engine.filter-invalid', params: { rule: 'bad', side: 'object' } });
    expect(await engine.update({ created: [], modified: [], deleted: [bad] }, 3)).toBe(3);
    const delta = await engine.changes();
    expect(delta.revision).toBe(3);
    // After a failure all is computed anew.
    expect(delta.whole).toBe(true);
    const findings = await engine.findings(0, Infinity);
    const fresh = await analysed(engine, [...records, added], 3);
    expect(findings).toEqual(fresh.findings);
    expect(findings.some(({ conflict }) => conflict.subject.id === 'added')).toBe(true);
    expect(findings.length).toBeGreaterThan(analysis.findings.length);
  });

  it('refuses a change that does not fit', async () => {
    const { engine, records } = await loadedTown(2);
    const school = planOf(records).get(featureKey('schools', 'S0'))!;
    const diff: PlanDiff = { created: [school], modified: [], deleted: [] };
    await expect(engine.update(diff, 2)).rejects.toMatchObject({ code: 'engine.out-of-step' });
  });

  it('computes everything anew after an update that broke down', async () => {
    const { engine, records } = await loadedTown(2);
    const plan = planOf(records);
    const [first, second] = ['S0', 'S1'].map((id) => plan.get(featureKey('schools', id)) as FeatureRecord);
    const named = (record: FeatureRecord): FeatureRecord => ({
      ...record,
      feature: { ...record.feature, properties: { ...record.feature.properties, name: '新名' } },
    });
    const broken = { ...second!, feature: { type: 'Feature', geometry: null } } as unknown as FeatureRecord;
    const bad: PlanDiff = {
      created: [],
      modified: [
        [first!, named(first!)],
        [second!, broken],
      ],
      deleted: [],
    };
    await expect(engine.update(bad, 2)).rejects.toThrow();
    const mended: PlanDiff = { created: [], modified: [[broken, named(second!)]], deleted: [] };
    await engine.update(mended, 3);
    const report = await engine.report(AS_OF);
    const wanted = apply(apply(plan, bad), mended);
    await engine.load({ records: [...wanted.values()], revision: 3 });
    expect(report).toEqual(await engine.report(AS_OF));
  });

  it('counts as many residents around a site in hand as around one in the plan', async () => {
    const { engine, records } = await loadedTown(4);
    const text = new TextDecoder().decode(townBytes(4, 'residential'));
    const bytes = new TextEncoder().encode(text.replaceAll('"population"', '"households"'));
    const { report } = await engine.inspect({ file: 'homes.geojson', layer: 'residential', bytes });
    const sized = records.map((record): PlanRecord => {
      if (record.kind === 'project') return { ...record, info: { ...record.info, householdSize: 3 } };
      return record.kind === 'layer' && record.layer.name === 'residential'
        ? { ...record, layer: { ...record.layer, hash: report.hash } }
        : record;
    });
    const { catchments } = await engine.load({ records: sized, revision: 2 });
    const alone = catchments.filter(
      ({ school, residents }) =>
        residents > 0 && catchments.filter((other) => other.school === school).length === 1,
    );
    expect(alone.length).toBeGreaterThan(0);
    for (const { school, residents } of alone) {
      const { feature } = planOf(sized).get(featureKey('schools', school)) as FeatureRecord;
      const preview = await engine.preview({ collection: 'schools', feature, replaces: school });
      expect(preview.residents).toBe(residents);
    }
  });

  it('gives up a load that is cancelled and keeps what it had', async () => {
    const { engine, records } = await loadedTown(2);
    const before = await engine.report(AS_OF);
    const controller = new AbortController();
    const load = engine.load({ records, revision: 9 }, { signal: controller.signal });
    controller.abort();
    await expect(load).rejects.toMatchObject({ name: 'AbortError' });
    expect(await engine.report(AS_OF)).toEqual(before);
  });

  it('shows the gravest of many findings of a site in hand, and counts all', async () => {
    const engine = createInlineEngine();
    const rules = [
      ruleOf('a', { test: { relation: 'within-distance', distanceM: 900 }, severity: 'notice' }),
      ruleOf('b', { test: { relation: 'within-distance', distanceM: 900 } }),
    ].map((rule): Rule => ({ ...rule, object: { layer: 'schools' } }));
    const others = Array.from({ length: 150 }, (_, i) => boxFeature(`s${i}`, [10 * (i % 15), i, 5, 5]));
    const { records } = checkInput({ layers: { schools: others }, rules });
    await engine.load({ records, revision: 1 });
    const feature = boxFeature('new', [60, 60, 9, 9]);
    const { findings, counts } = await engine.preview({ collection: 'schools', feature, replaces: null });
    expect(counts).toEqual({ ...NO_FINDINGS, prohibit: 300, notice: 300 });
    expect(findings).toHaveLength(200);
    expect(new Set(findings.map(({ conflict }) => conflict.severity))).toEqual(new Set(['prohibit']));
  });

  it('previews a site as the plan will have it', async () => {
    const { engine, analysis } = await loadedTown(4);
    const feature = {
      ...boxFeature('new', [130, 130, 90, 70]),
      properties: { stage: 'primary', status: 'planned' },
    };
    const preview = await engine.preview({ collection: 'schools', feature, replaces: null });
    const created = [{ kind: 'feature', collection: 'schools', id: 'new', feature } as const];
    await engine.update({ created, modified: [], deleted: [] }, 2);
    const delta = await engine.changes();
    expect(applyDelta(analysis, delta)).toHaveLength(analysis.findings.length + delta.upserted.length);
    const added = delta.upserted.filter(({ conflict }) =>
      [conflict.subject.id, conflict.object.id].includes('new'),
    );
    expect(preview.findings.length).toBeGreaterThan(3);
    const ids = (list: typeof added) => list.map(({ conflict }) => conflict.id).sort();
    expect(ids([...preview.findings])).toEqual(ids(added));
    expect(preview.areaM2).toBeCloseTo(6300, 2);
    expect(preview.districtId).toBe('west');
    expect(preview.residents).toBeCloseTo(
      delta.catchments.find(({ school }) => school === 'new')!.residents,
      6,
    );
    expect(preview.zones.features.length).toBeGreaterThan(0);
    expect(preview.catchments.features[0]!.properties.note).toContain('非学区划分');
    expect(analysis.districtOf).not.toHaveProperty('new');
    expect(delta.districtOf).toHaveProperty('new', 'west');
  });

  it('draws zones, catchments and overlaps of the size that it reports', async () => {
    const { engine, analysis } = await loadedTown(4);
    const { conflict } = analysis.findings.find(
      (finding) => finding.conflict.rule === 'near' && (finding.conflict.overlapM2 ?? 0) > 100,
    )!;
    const areaOf = async (geometry: Parameters<typeof placed>[0]) =>
      (await engine.measure({ type: 'Feature', geometry, properties: null }, TOWN_CENTRE)).areaM2;
    const shape = await engine.overlapShape(conflict);
    expect((await areaOf(shape!)) / conflict.overlapM2!).toBeCloseTo(1, 3);
    const zones = await engine.zones({ subjects: [conflict.subject], rules: ['near'] });
    expect(zones.features).toHaveLength(1);
    const zone = zones.features[0]!;
    expect((await areaOf(zone.geometry)) / zone.properties.areaM2).toBeCloseTo(1, 3);
    expect(conflict.overlapM2! / zone.properties.areaM2).toBeCloseTo(conflict.zoneShare!, 6);
    const catchments = await engine.catchments({ stages: ['primary'] });
    expect(catchments.features.length).toBeGreaterThan(0);
    for (const { geometry, properties } of catchments.features) {
      expect((await areaOf(geometry)) / properties.areaM2).toBeCloseTo(1, 3);
    }
    expect(await engine.overlapShape({ ...conflict, rule: 'no such rule' })).toBeNull();
  });

  it('hands out layers, features and lines to snap to', async () => {
    const { engine } = await loadedTown(4);
    const address = { z: 10, x: 813, y: 417 };
    const features = decodedFeatures(await engine.tile('parcels', address));
    expect(features).toHaveLength(100);
    expect(Object.keys(features[0]!.properties)).toEqual(['_id', 'landUse']);
    expect(await engine.tile('parcels', { ...address, x: 0 })).toBeNull();
    expect(await engine.tile('water', address)).toBeNull();
    expect(await engine.tile('schools', address)).toBeNull();
    expect(await engine.detailZoom('parcels')).toBe(0);
    const boxes = Array.from(await engine.boxes('parcels', ['P1-1', 'no such id']));
    const box = boxOf((await engine.feature({ layer: 'parcels', id: 'P1-1' }))!.geometry)!;
    box.forEach((side, i) => expect(boxes[i]).toBeCloseTo(side, 5));
    expect(boxes.slice(4)).toEqual([NaN, NaN, NaN, NaN]);
    expect((await engine.feature({ layer: 'parcels', id: 'P1-1' }))?.id).toBe('P1-1');
    expect(await engine.feature({ layer: 'parcels', id: 'nowhere' })).toBeNull();
    const lines = await engine.snapLines([105.999, 31.599, 106.001, 31.601], 40);
    expect(lines.ends.length).toBeGreaterThan(1);
    expect(lines.lonLat.length / 2).toBeLessThanOrEqual(40);
    expect(lines.ends.at(-1)).toBe(lines.lonLat.length / 2);
  });

  it('reads a file in slices, and stops when told to', async () => {
    const engine = createInlineEngine();
    const controller = new AbortController();
    controller.abort();
    const request = { file: 'parcels.geojson', layer: 'parcels', bytes: townBytes(1, 'parcels') } as const;
    await expect(engine.inspect(request, { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    const reply = await engine.inspect(request);
    expect(reply.report.accepted).toBe(100);
    expect(reply.features).toBeNull();
    expect(reply.sample.length).toBeGreaterThan(0);
  });
});
