import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import * as edit from '../../../src/commands/edit';
import * as rules from '../../../src/commands/edit-rules';
import { featureOf, packsOf, projectOf } from '../../../src/domain/plan';
import { openedProject } from '../../builders/app';
import { codes, lastLabel } from '../../builders/school-work';
import { squareAt } from '../../builders/plan-records';

const SCHOOL = { collection: 'schools', id: 'S-0001' } as const;
const POINT = { type: 'Point' as const, coordinates: [106.01, 31.61] };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('edits', () => {
  test('each is one transaction of the user, with a label', async () => {
    const tab = await openedProject();
    const made = edit.createSite(tab, {
      collection: 'schools',
      geometry: POINT,
      properties: { name: '新校', classes: 6, tenure: '' },
    });
    expect(made).toEqual({ ok: true, value: 'S-0003' });
    expect(lastLabel(tab)).toEqual({ code: 'op.create-school', params: { name: '新校' } });
    expect(featureOf(tab.plan.getState().plan, 'schools', 'S-0003')?.feature.properties).not.toHaveProperty(
      'tenure',
    );
    expect(tab.session.getState().selection).toEqual({
      kind: 'feature',
      ref: { layer: 'schools', id: 'S-0003' },
    });
    const site = { collection: 'schools', id: 'S-0003' } as const;
    edit.moveSite(tab, site, { dLon: 0.001, dLat: 0 });
    expect(lastLabel(tab)).toEqual({ code: 'op.move-site', params: { name: '新校' } });
    edit.reshapeSite(tab, site, squareAt(106, 31.6));
    expect(lastLabel(tab)?.code).toBe('op.reshape-site');
    edit.setSiteProperties(tab, site, { stage: 'junior', status: 'proposed' });
    expect(lastLabel(tab)).toEqual({
      code: 'op.set-properties',
      params: { name: '新校', properties: 'stage, status' },
    });
    edit.deleteSites(tab, [site, SCHOOL]);
    expect(lastLabel(tab)).toEqual({ code: 'op.delete-sites', params: { count: 2 } });
    edit.setTargets(tab, [{ programme: 'next', district: null, stage: 'primary', sites: 4, basis: 'new' }]);
    edit.setProjectInfo(tab, { name: '别名' });
    expect(projectOf(tab.plan.getState().plan)?.name).toBe('别名');
    edit.removeLayer(tab, 'facilities');
    expect(lastLabel(tab)).toEqual({ code: 'op.remove-layer', params: { layer: 'facilities' } });
    expect(tab.plan.getState().revision).toBe(8);
    expect(codes(tab)).toEqual([]);
  });

  test('of rules are labelled by their titles in both languages', async () => {
    const tab = await openedProject();
    rules.toggleRule(tab, 'test', 'test.near', false);
    expect(lastLabel(tab)).toEqual({
      code: 'op.disable-rule',
      params: { zh: '规则 test.near', en: 'Rule test.near' },
    });
    rules.setRuleDistance(tab, 'test', 'test.near', 20);
    expect(lastLabel(tab)).toMatchObject({ code: 'op.set-rule-distance', params: { distanceM: 20 } });
    const [record] = packsOf(tab.plan.getState().plan);
    rules.removePack(tab, 'test');
    expect(lastLabel(tab)).toEqual({ code: 'op.remove-pack', params: { zh: '试', en: 'Test' } });
    if (record) rules.addPack(tab, record.source, record.pack);
    expect(packsOf(tab.plan.getState().plan)).toEqual([record]);
  });

  test('that are refused change nothing and are told', async () => {
    const tab = await openedProject();
    const before = tab.plan.getState();
    edit.renameSite(tab, SCHOOL, '  ');
    edit.moveSite(tab, { collection: 'schools', id: '?' }, { dLon: 1, dLat: 0 });
    rules.setRuleDistance(tab, 'test', 'test.near', -5);
    rules.setStandard(tab, 'test', '?', { value: 3 });
    tab.plan.lock({ code: 'tab.following' });
    edit.renameSite(tab, SCHOOL, '别名');
    expect(codes(tab)).toEqual([
      'property.empty',
      'feature.missing',
      'rule.bad-distance',
      'standard.missing',
      'tab.following',
    ]);
    expect(tab.plan.getState()).toEqual({ ...before, locked: { code: 'tab.following' } });
  });
});
