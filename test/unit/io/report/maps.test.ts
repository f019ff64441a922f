import { describe, expect, it } from 'vitest';
import { createFrame } from '../../../../src/geo/frame';
import { reportWords } from '../../../../src/i18n/report-words';
import { conflictMap } from '../../../../src/io/report/map/conflict-map';
import { overviewMap } from '../../../../src/io/report/map/overview-map';
import { placeLabels } from '../../../../src/io/report/map/place-labels';
import type { LabelMark, MapScene } from '../../../../src/io/report/map/scene';
import { sceneSvg } from '../../../../src/io/report/map/scene-svg';
import { findingOf } from '../../../builders/findings';
import { reportInput, SHAPES } from '../../../builders/report';

const words = reportWords('zh');
const frame = createFrame({ lon: 106, lat: 31.6 });
const size = { widthMm: 170, heightMm: 100 };
const text = { title: '城东小学 与 地块', date: '2026-11-25', notes: ['示例数据,纯属虚构'] };
const labelsOf = ({ inside, outside }: MapScene) =>
  [...inside, ...outside].filter((mark): mark is LabelMark => mark.kind === 'label');

function conflictScene(shapes = SHAPES) {
  const finding = findingOf('c', { distanceM: 104.56 }, { subjectName: '城东小学', objectName: '地块一' });
  return conflictMap({ finding, shapes, frame, size, words, text })!;
}

describe('the map of a conflict', () => {
  it('draws the distance at its true length, and names it as the record has it', () => {
    const scene = conflictScene();
    // 0.0011° of longitude at 31.602° N.
    const metres = 0.0011 * 111_320 * Math.cos((31.602 * Math.PI) / 180);
    const line = scene.inside.find((mark) => mark.kind === 'path' && mark.stroke === '#111111');
    const [a, b] = line?.kind === 'path' ? line.lines[0]! : [];
    const lengthMm = Math.hypot(b![0] - a![0], b![1] - a![1]);
    expect((lengthMm * scene.scale) / 1000).toBeCloseTo(metres, 0);
    expect(labelsOf(scene).map((label) => label.text)).toContain('104.56 m');
  });

  it('carries title, scale, date, north, names, warning and what its marks mean', () => {
    const scene = conflictScene();
    const shown = labelsOf(scene).map((label) => label.text);
    for (const part of [
      text.title,
      `1:${scene.scale} · 2026-11-25`,
      '坐标北',
      '城东小学',
      '地块一',
      text.notes[0],
      '占压部分',
      '周边控制范围 200 m',
    ]) {
      expect(shown, part).toContain(part);
    }
  });

  it('shows a long object in part, so that the site is seen', () => {
    const river = {
      type: 'LineString' as const,
      coordinates: [
        [105, 31.603],
        [107, 31.603],
      ],
    };
    expect(conflictScene({ ...SHAPES, object: river, overlap: null }).scale).toBeLessThanOrEqual(10_000);
  });

  it('is none where nothing is known', () => {
    const nothing = { subject: null, object: null, zone: null, overlap: null, ground: null };
    const finding = findingOf('c');
    expect(conflictMap({ finding, shapes: nothing, frame, size, words, text })).toBeNull();
  });
});

describe('the map of a project', () => {
  it('names its districts and says what a mark means', () => {
    const { plan, findings } = reportInput();
    const scene = overviewMap({ plan, findings: [...findings], frame, size, words, text })!;
    const shown = labelsOf(scene).map((label) => label.text);
    expect(shown).toEqual(expect.arrayContaining(['江北', '学校', '冲突：禁止', '冲突：限制']));
    expect(scene.inside.filter(({ kind }) => kind === 'dot')).toHaveLength(5);
  });
});

describe('placeLabels', () => {
  const label = (at: readonly [number, number]): LabelMark => ({
    kind: 'label',
    at,
    text: '地块',
    sizeMm: 3,
    colour: '#000',
    anchor: 'middle',
  });

  it('moves a label off another, and leaves one that stands free', () => {
    const [first, second, third] = placeLabels([label([0, 0]), label([0, 0]), label([50, 0])]);
    expect(first?.at).toEqual([0, 0]);
    expect(second?.at).not.toEqual([0, 0]);
    expect(third?.at).toEqual([50, 0]);
  });
});

describe('sceneSvg', () => {
  it('has the size of the paper, a millimetre a unit', () => {
    const svg = sceneSvg(conflictScene());
    expect(svg).toContain('width="170mm" height="100mm" viewBox="0 0 170 100"');
  });

  it('is XML whatever stands in names', () => {
    const finding = findingOf('c', {}, { subjectName: '<b>"一小"</b>\u0000 & 二小' });
    const svg = sceneSvg(conflictMap({ finding, shapes: SHAPES, frame, size, words, text })!);
    expect(svg).toContain('&lt;b&gt;&quot;一小&quot;&lt;/b&gt; &amp; 二小');
  });
});
