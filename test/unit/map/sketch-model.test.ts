import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  addVertex,
  emptySketch,
  isComplete,
  redoVertex,
  shownOf,
  siteOf,
  undoVertex,
} from '../../../src/map/sketch-model';

const A: Position = [106, 31.6];
const B: Position = [106.001, 31.6];
const C: Position = [106.001, 31.601];
const D: Position = [106, 31.601];

const draw = (...vertices: Position[]) => vertices.reduce(addVertex, emptySketch('polygon'));

describe('a polygon sketch', () => {
  it('becomes a closed ring, counter-clockwise whichever way it was drawn', () => {
    const ring = { type: 'Polygon', coordinates: [[A, B, C, D, A]] };
    expect(siteOf(draw(A, B, C, D))).toEqual(ring);
    expect(siteOf(draw(A, D, C, B))).toEqual(ring);
  });

  it('is no site with fewer than three corners, but shows what there is', () => {
    expect(siteOf(draw(A, B))).toBeNull();
    expect(isComplete(draw(A, B))).toBe(false);
    expect(shownOf(draw(), null)).toBeNull();
    expect(shownOf(draw(A), null)).toEqual({ type: 'Point', coordinates: A });
    expect(shownOf(draw(A), B)).toEqual({ type: 'LineString', coordinates: [A, B] });
  });

  it('follows the pointer without taking its place', () => {
    const sketch = draw(A, B);
    expect(siteOf(sketch, C)).toEqual({ type: 'Polygon', coordinates: [[A, B, C, A]] });
    expect(sketch.vertices).toEqual([A, B]);
  });

  it('takes no vertex twice in a row', () => {
    expect(draw(A, A, B, B).vertices).toEqual([A, B]);
  });

  it('shows closed, not doubled, while the pointer is over the first vertex', () => {
    expect(siteOf(draw(A, B, C), A)).toEqual(siteOf(draw(A, B, C)));
    expect(siteOf(draw(A, B), A)).toBeNull();
  });

  it('goes back vertex by vertex and forth again', () => {
    const back = undoVertex(undoVertex(draw(A, B, C)));
    expect(back.vertices).toEqual([A]);
    expect(redoVertex(back).vertices).toEqual([A, B]);
    expect(redoVertex(redoVertex(redoVertex(back))).vertices).toEqual([A, B, C]);
    expect(undoVertex(draw()).vertices).toEqual([]);
  });

  it('forgets what was taken back once another vertex is set', () => {
    expect(redoVertex(addVertex(undoVertex(draw(A, B)), C)).vertices).toEqual([A, C]);
  });
});

describe('a point sketch', () => {
  it('has one place: another replaces it', () => {
    const sketch = addVertex(addVertex(emptySketch('point'), A), B);
    expect(siteOf(sketch)).toEqual({ type: 'Point', coordinates: B });
    expect(isComplete(emptySketch('point'))).toBe(false);
  });
});
