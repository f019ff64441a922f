import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { inspectLayer } from '../../../src/io/import/inspect-layer';
import { planOf } from '../../../src/domain/plan';
import { buildState, analysisOf } from '../../../src/engine/state';
import { updateState } from '../../../src/engine/update';
import { previewOf } from '../../../src/engine/preview';
import { finished } from '../../../src/engine/pacer';
import { apply } from '../../../src/domain/plan-diff';
it('x', () => {
  const dir = '/work/main/data/jiangcheng/';
  const pj = JSON.parse(readFileSync(dir + 'project.json', 'utf8'));
  const records: any[] = [{ kind: 'project', info: { name: pj.name, datum: pj.datum, toleranceM: pj.toleranceM, classification: 'x', frame: pj.frame } }];
  const contents: any[] = [];
  for (const [layer, f] of Object.entries<any>(pj.layers)) {
    const file = typeof f === 'string' ? f : f.file;
    const r = inspectLayer({ file, bytes: new Uint8Array(readFileSync(dir + file)), layer: layer as any });
    const col = ['districts', 'schools', 'reservations'].includes(layer);
    records.push({ kind: 'layer', layer: { name: layer, file, ...(col ? {} : { hash: r.report.hash }), ...(f.accuracyM ? { accuracyM: f.accuracyM } : {}) } });
    if (col) for (const x of r.features) records.push({ kind: 'feature', collection: layer, ...x });
    else contents.push({ layer, hash: r.report.hash, features: r.features, rejected: [], repaired: [] });
    console.log(layer, r.report.accepted, r.report.issues.length, r.report.failure);
  }
  for (const p of ['national', 'office']) records.push({ kind: 'pack', source: p, pack: JSON.parse(readFileSync('/work/main/data/rules/' + p + '.json', 'utf8')) });
  records.push({ kind: 'targets', targets: JSON.parse(readFileSync(dir + 'targets.json', 'utf8')) });
  const get = (l: any, h: any) => contents.find((c) => c.layer === l && c.hash === h);
  const plan = planOf(records);
  let t = performance.now();
  const lap = (n: string) => { const u = performance.now(); console.log(n, (u - t).toFixed(1)); t = u; };
  for (let i = 0; i < 0; i++) { finished(buildState(plan, 0, get)); lap('build'); }

  const g = buildState(plan, 0, get); let step = '';
  for (;;) { const s = g.next(); if (s.done) break; if (s.value.step !== step) { lap('until ' + s.value.step); step = s.value.step; } }
  lap('rest'); let state = finished(buildState(plan, 0, get)); lap('build');
  const a = analysisOf(state); lap('analysis');
  const by: any = {}; for (const f of a.findings) by[f.conflict.rule + ' ' + f.conflict.verdict] = (by[f.conflict.rule + ' ' + f.conflict.verdict] ?? 0) + 1;
  console.log(a.findings.length, by);
  console.log(a.deficits.map((d) => JSON.stringify(d)).slice(0, 60).join('\n'));
  console.log(a.coverage.map((d) => JSON.stringify(d)).join('\n'));
  t = performance.now();
  const schools = records.filter((r) => r.kind === 'feature' && r.collection === 'schools');
  let p = plan;
  for (let i = 0; i < 10; i++) {
    const s = p.get('feature/schools/' + schools[i * 5].id) as any;
    const moved = JSON.parse(JSON.stringify(s)); const mv = (c: any): any => typeof c[0] === 'number' ? [c[0] + 0.0005, c[1]] : c.map(mv);
    moved.feature.geometry.coordinates = mv(moved.feature.geometry.coordinates);
    const diff = { created: [], deleted: [], modified: [[s, moved]] } as any; p = apply(p, diff);
    const r = updateState(state, diff, { plan: p, revision: i, contents: get }); state = r.state; lap('update ' + r.delta.upserted.length + ' ' + r.delta.removed.length);
    const pv = previewOf(state, { collection: 'schools', feature: s.feature, replaces: s.id }); lap('preview ' + pv.findings.length + ' ' + pv.zones.features.length);
  }
}, 60000);
