import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Appraisal } from '../../../src/domain/appraisal';
import type { Conflict } from '../../../src/domain/conflict';
import { collection, feature } from '../../builders/app';
import { conflictsIn } from '../../builders/appraised';
import { run } from './run';

const SAMPLE = 'data/jiangcheng';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xuezhi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('xuezhi appraise', () => {
  it('gives the conflicts of a parcel as the check does', async () => {
    const { status, out } = await run(['appraise', SAMPLE, '--parcel', 'P-JB-0033', '--format', 'json']);
    expect(status).toBe(0);
    const mine = conflictsIn(JSON.parse(out) as Appraisal);
    const checked = (JSON.parse((await run(['check', SAMPLE])).out) as { conflicts: readonly Conflict[] })
      .conflicts;
    const of = checked.filter(({ object }) => object.layer === 'parcels' && object.id === 'P-JB-0033');
    expect(mine.length).toBeGreaterThan(1);
    expect(new Map(mine.map(({ id, evidence, distanceM }) => [id, [evidence, distanceM]]))).toEqual(
      new Map(of.map(({ id, evidence, distanceM }) => [id, [evidence, distanceM]])),
    );
  });

  it('is read by people too, what failed first', async () => {
    const { out } = await run(['appraise', SAMPLE, '--parcel', 'P-JB-0033'], { LANG: 'zh_CN.UTF-8' });
    expect(out).toMatch(/^技术核查意见 \(内部参考，不作为行政许可依据\)\n/);
    expect(out).toMatch(/\n冲突 \(\d+\)\n- 占压教育预留用地 \(.*\) \[内\]\n {2}占压/);
    expect(out.indexOf('\n冲突')).toBeLessThan(out.indexOf('\n未发现冲突(限已载入规则与数据)'));
  });

  it('takes the first feature of a file as a proposal, and says what it left', async () => {
    const file = join(folder, '方案.geojson');
    const square = (lon: number) => ({
      type: 'Polygon',
      coordinates: [
        [
          [lon, 31.614],
          [lon + 0.001, 31.614],
          [lon + 0.001, 31.615],
          [lon, 31.615],
          [lon, 31.614],
        ],
      ],
    });
    writeFileSync(file, collection(feature('X-1', square(105.97)), feature('X-2', square(105.98))));
    const { status, out, error } = await run(['appraise', SAMPLE, '--proposal', file, '--format', 'json']);
    expect(status).toBe(0);
    expect((JSON.parse(out) as Appraisal).id).toBe('X-1');
    expect(error).toMatch(/\b2\b/);
  });

  it('says what is missing', async () => {
    expect((await run(['appraise', SAMPLE, '--parcel', 'no such'])).status).toBe(2);
    expect((await run(['appraise', SAMPLE])).status).toBe(2);
    expect((await run(['appraise', SAMPLE, '--proposal', join(folder, 'none.geojson')])).status).toBe(2);
    expect((await run(['appraise', SAMPLE, '--parcel', 'a', '--proposal', 'b'])).status).toBe(2);
    expect((await run(['appraise', SAMPLE, '--parcel', 'a', '--format', 'csv'])).status).toBe(2);
  });
});
