import { expect, it } from 'vitest';
import { at, HEIGHT, panned, scaleBar, viewOf, WIDTH, zoomed } from '../../../src/ui/dialogs/import/map-view';

const BOX = [105.9, 31.5, 106.1, 31.7] as const;

it('shows the whole of a box, north up and as wide as it is', () => {
  const view = viewOf(BOX);
  const [west, south] = at(view, [BOX[0], BOX[1]]);
  const [east, north] = at(view, [BOX[2], BOX[3]]);
  expect(west).toBeGreaterThan(0);
  expect(east).toBeLessThan(WIDTH);
  expect(north).toBeGreaterThan(0);
  expect(south).toBeLessThan(HEIGHT);
  expect((east - west) / (south - north)).toBeCloseTo(Math.cos((31.6 * Math.PI) / 180), 6);
});

it('shows a single point with something around it', () => {
  expect(viewOf([106, 31.6, 106, 31.6]).perDegree).toBeLessThan(1e6);
});

it('keeps what is under the pointer where it is', () => {
  const view = viewOf(BOX);
  const place = [106.05, 31.62] as const;
  const pointer = at(view, place);
  const nearer = zoomed(view, 2, pointer);
  expect(nearer.perDegree).toBeCloseTo(2 * view.perDegree, 6);
  expect(at(nearer, place)[0]).toBeCloseTo(pointer[0], 1);
  expect(at(nearer, place)[1]).toBeCloseTo(pointer[1], 6);
});

it('moves by what it is told', () => {
  const view = viewOf(BOX);
  const [x, y] = at(panned(view, 60, -20), [106, 31.6]);
  expect(x).toBeCloseTo(WIDTH / 2 - 60, 0);
  expect(y).toBeCloseTo(HEIGHT / 2 + 20, 6);
});

it('has a scale bar of a round length that is true', () => {
  const view = viewOf(BOX);
  const { metres, length } = scaleBar(view, 140);
  expect(['1', '2', '5']).toContain(String(metres)[0]);
  expect(length).toBeLessThanOrEqual(140);
  const [, y0] = at(view, [106, 31.6]);
  const [, y1] = at(view, [106, 31.6 + metres / 111_195]);
  expect(y0 - y1).toBeCloseTo(length, 6);
});
