import { describe, expect, it } from 'vitest';
import type { SketchShape } from '../../../src/domain/land-sketch';
import { sketchLabels } from '../../../src/ui/print/sketch-labels';

const shape = (id: string, changes: Partial<SketchShape> = {}): SketchShape => ({
  layer: 'schools',
  id,
  name: `学校${id}`,
  role: 'around',
  dimension: 2,
  paths: [],
  label: [46, 38],
  ...changes,
});

const texts = (shapes: readonly SketchShape[]) =>
  sketchLabels({ shapes, widthMm: 92, heightMm: 76 }).map(({ text }) => text);

describe('names in the sketch', () => {
  it('give way to those that matter more', () => {
    const shapes = [
      shape('一'),
      shape('二', { role: 'whole' }),
      shape('三', { role: 'land', layer: 'parcels' }),
    ];
    expect(texts(shapes)).toEqual(['学校三']);
    expect(texts([shape('一'), shape('二', { label: [46, 60] })])).toEqual(['学校一', '学校二']);
  });

  it('are of the land, what was asked for, schools and reservations only', () => {
    expect(texts([shape('路', { layer: 'roads' })])).toEqual([]);
    expect(texts([shape('R1', { layer: 'reservations', name: null })])).toEqual(['R1']);
    expect(texts([shape('P1', { role: 'land', layer: 'parcels', name: null })])).toEqual([]);
    expect(texts([shape('一', { label: null })])).toEqual([]);
  });

  it('stay inside, and off the north arrow and the scale bar', () => {
    const [label] = sketchLabels({ shapes: [shape('一', { label: [1, 38] })], widthMm: 92, heightMm: 76 });
    expect(label!.x).toBeGreaterThan(3);
    expect(texts([shape('一', { label: [88, 6] })])).toEqual([]);
    expect(texts([shape('一', { label: [20, 72] })])).toEqual([]);
  });
});
