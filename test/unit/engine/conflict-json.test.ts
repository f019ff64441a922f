import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../../src/domain/conflict';
import { planOf } from '../../../src/domain/plan';
import { gappedConflicts } from '../../../src/engine/conflict-json';
import { fillGaps } from '../../../src/engine/evidence-gaps';
import { idRanks } from '../../../src/engine/id-ranks';
import { JsonBytes, type PieceMemory } from '../../../src/engine/json-bytes';
import { layerContent } from '../../../src/engine/layer-contents';
import { finished } from '../../../src/engine/pacer';
import { conflictsOf } from '../../../src/engine/report';
import { buildState } from '../../../src/engine/state';
import { standingsOf } from '../../../src/engine/standings';
import { createTableLayer } from '../../../src/engine/table-layer';
import { createFrame } from '../../../src/geo/frame';
import { AS_OF, checkInput, contentsOf } from '../../builders/check-input';
import { boxFeature, smallTown, TOWN_CENTRE } from '../../builders/small-town';
import { tableOfFeatures } from '../../builders/table-of-features';

const decoder = new TextDecoder();

const MEMORY: PieceMemory = { size: 64, standing: 1, isShared: false };

describe('conflicts written as bytes', () => {
  it('are the conflicts made one by one, in their order', () => {
    let marginal = 0;
    for (const [seed, size] of [64, 1000, 10_000, 1 << 20].entries()) {
      const input = checkInput(smallTown(seed + 1));
      const state = finished(buildState(planOf(input.records), 0, contentsOf(input)));
      let text = '';
      const standings = standingsOf(state, AS_OF);
      for (const piece of gappedConflicts(state, ',', standings, { ...MEMORY, size })) {
        fillGaps(piece);
        text += decoder.decode(piece.bytes);
      }
      const expected = [...conflictsOf(state, standings)];
      expect(JSON.parse(`[${text}]`)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(20);
      marginal += expected.filter(({ verdict }: Conflict) => verdict === 'marginal').length;
    }
    expect(marginal).toBeGreaterThan(0);
  });

  it('have numbers as their nearest decimal', () => {
    const number = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1e13, noNaN: true }),
      fc.nat().map((n) => n / 1000),
    );
    fc.assert(
      fc.property(number, fc.constantFrom(6, 9), (value, decimals) => {
        const out = new JsonBytes(MEMORY);
        out.decimal(value, decimals);
        const unit = 10 ** decimals;
        const read = JSON.parse(decoder.decode(out.take())) as number;
        if (value < 1e6 || value > 2e9) expect(read).toBe(Math.round(value * unit) / unit);
        else expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.max(1 / unit, value * Number.EPSILON));
      }),
      { numRuns: 3000 },
    );
    const out = new JsonBytes(MEMORY);
    out.decimal(NaN, 6);
    expect(decoder.decode(out.take())).toBe('null');
  });
});

describe('ids in order', () => {
  it('are ranked by code unit, whatever bytes they take', () => {
    const unit = fc.constantFrom('a', 'b', '2', '10', '地', '块', '\u{1F3EB}', '\uE000', '\uFFFD', 'é');
    const ids = fc.uniqueArray(
      fc.array(unit, { minLength: 1, maxLength: 4 }).map((units) => units.join('')),
      { minLength: 1, maxLength: 30 },
    );
    const frame = createFrame(TOWN_CENTRE);
    fc.assert(
      fc.property(ids, (given) => {
        const table = tableOfFeatures(
          given.map((id, n) => ({ id, feature: boxFeature(id, [20 * n, 0, 10, 10]) })),
        );
        const content = layerContent({ layer: 'parcels', hash: '', rejected: [], repaired: [] }, table);
        const layer = createTableLayer(frame, content, finished(content.placedIn(frame)));
        const ranks = idRanks(layer);
        const ranked = [...layer.slots()]
          .sort((a, b) => ranks[a]! - ranks[b]!)
          .map((slot) => layer.idAt(slot));
        expect(ranked).toEqual([...given].sort());
      }),
    );
  });
});
