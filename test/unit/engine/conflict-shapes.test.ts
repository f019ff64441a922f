import { describe, expect, it } from 'vitest';
import { loadedTown } from '../../builders/engine-town';

describe('conflictShapes', () => {
  it('is what features, zones and overlaps are when asked for alone', async () => {
    const { engine, analysis } = await loadedTown(7);
    const of = (relation: string) =>
      analysis.findings.filter(({ conflict }) => conflict.relation === relation).slice(0, 3);
    const asked = [...of('within-distance'), ...of('overlaps')];
    expect(asked.length).toBeGreaterThan(2);
    for (const { conflict } of asked) {
      const shapes = await engine.conflictShapes(conflict);
      const texts = await engine.geometryTexts([conflict.subject, conflict.object], 'kept');
      const [subject, object] = texts.map((text) => text && (JSON.parse(text) as unknown));
      const zones = await engine.zones({ subjects: [conflict.subject], rules: [conflict.rule] });
      expect(shapes.subject).toEqual(subject);
      expect(shapes.object).toEqual(object);
      expect(shapes.zone).toEqual(zones.features[0]?.geometry ?? null);
      expect(shapes.overlap).toEqual(await engine.overlapShape(conflict));
    }
  });

  it('has nothing of features that are not there', async () => {
    const { engine } = await loadedTown(7);
    const gone = { layer: 'schools', id: 'gone' } as const;
    expect(await engine.conflictShapes({ rule: 'gone', subject: gone, object: gone })).toEqual({
      subject: null,
      object: null,
      zone: null,
      overlap: null,
      ground: null,
    });
  });
});

describe('reportHead', () => {
  it('is the report without its conflicts', async () => {
    const { engine } = await loadedTown(7);
    const { conflicts, ...head } = await engine.report('2026-11-25');
    expect(conflicts.length).toBeGreaterThan(0);
    expect(await engine.reportHead('2026-11-25')).toEqual(head);
  });
});
