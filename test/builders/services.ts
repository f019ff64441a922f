import { vi } from 'vitest';
import { fromGaussKruger, toGaussKruger } from '../../src/geo/gauss-kruger';
import { PALETTES } from '../../src/domain/looks/palette';
import type { Rule } from '../../src/domain/rule';
import type { Services } from '../../src/ui/shared/services';

/** The services of the panels with real geometry, and examples that all come out as they should. */
export function testServices(changes: Partial<Services> = {}): Services {
  return {
    runExamples: vi.fn((rule: Rule) =>
      Promise.resolve(rule.examples.map(({ expect }, index) => ({ index, expect, got: expect }))),
    ),
    toGrid: (lon, lat) => toGaussKruger(lon, lat, { zoneWidth: 3, prefix: false }),
    fromGrid: fromGaussKruger,
    shippedPacks: () => Promise.resolve([]),
    palettes: PALETTES,
    ...changes,
  };
}
