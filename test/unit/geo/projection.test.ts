import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { createFrame } from '../../../src/geo/frame';

/** proj4's own formulas, which the frame uses only far from its centre. */
function general(lon: number, lat: number) {
  return proj4(
    '+proj=longlat +ellps=GRS80 +no_defs',
    `+proj=etmerc +lat_0=${lat} +lon_0=${lon} +k=1 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  );
}

const offset = fc.double({ min: -4, max: 4, noNaN: true });
const centre = fc.record({
  lon: fc.double({ min: -170, max: 170, noNaN: true }),
  lat: fc.double({ min: -70, max: 70, noNaN: true }),
});

describe('the power series of the frame', () => {
  it('agree with the general formulas within 10 nm (30 nm far away), and back, wherever the centre lies', () => {
    fc.assert(
      fc.property(centre, offset, offset, (place, dLon, dLat) => {
        const frame = createFrame(place);
        const [lon, lat] = [place.lon + dLon, place.lat + dLat];
        const [x = NaN, y = NaN] = general(place.lon, place.lat).forward([lon, lat]);
        const projected = frame.project(lon, lat);
        const far = Math.hypot(dLon, dLat);
        expect(Math.hypot(projected[0] - x, projected[1] - y)).toBeLessThan(far < 1 ? 1e-8 : 3e-8);
        const [backLon, backLat] = frame.unproject(x, y);
        expect(Math.hypot(backLon - lon, backLat - lat)).toBeLessThan(3e-12);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('give the same for one point and for many', () => {
    const frame = createFrame({ lon: 105.98, lat: 31.57 });
    const places = Float64Array.from([105.97, 31.58, 106.4, 31.2, 110, 36, 105.98, 31.57]);
    const xy = new Float64Array(8);
    frame.projectAll(places, xy, 0, 4);
    for (let i = 0; i < 4; i++) {
      expect(frame.project(places[2 * i]!, places[2 * i + 1]!)).toEqual([xy[2 * i], xy[2 * i + 1]]);
    }
    const back = xy.slice();
    frame.unprojectAll(back, back, 0, 4);
    for (let i = 0; i < 4; i++) {
      expect(frame.unproject(xy[2 * i]!, xy[2 * i + 1]!)).toEqual([back[2 * i], back[2 * i + 1]]);
    }
  });
});
