import { describe, expect, it } from 'vitest';
import { choose, type Hit } from '../../../src/map/picking';

const hit = (source: string, id: string): Hit => ({ source, properties: { _id: id } });
const badge: Hit = { source: 'plan-points', properties: { _id: 'schools/s', layer: 'schools', id: 's' } };
const none = () => false;

describe('choose', () => {
  it('takes a school before a parcel before a district', () => {
    const hits = [hit('districts', 'd'), hit('parcels', 'p'), hit('schools', 's')];
    expect(choose(hits, none)?.ref).toEqual({ layer: 'schools', id: 's' });
    expect(choose(hits.slice(0, 2), none)?.ref).toEqual({ layer: 'parcels', id: 'p' });
  });

  it('takes the object of a conflict before everything but schools', () => {
    const conflicting = ({ id }: { id: string }) => id === 'p';
    const hits = [hit('facilities', 'f'), hit('parcels', 'q'), hit('parcels', 'p')];
    expect(choose(hits, conflicting)?.ref.id).toBe('p');
    expect(choose([...hits, badge], conflicting)?.ref).toEqual({ layer: 'schools', id: 's' });
  });

  it('keeps the order of drawing among equals', () => {
    expect(choose([hit('parcels', 'top'), hit('parcels', 'below')], none)?.ref.id).toBe('top');
  });

  it('is nothing over zones, sketches and other things without a feature', () => {
    expect(
      choose([hit('zones', 'z'), hit('edit', 'e'), { source: 'parcels', properties: {} }], none),
    ).toBeNull();
  });
});
