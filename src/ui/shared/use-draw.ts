import { useMemo } from 'react';
import type { JsonObject } from '../../domain/json';
import type { DrawnCollection } from '../../store/session-store';
import { useStores } from './stores-context';

/** Starts drawing a site of a kind; its status is `planned` until the user says otherwise. */
export function useDraw(): (
  collection: DrawnCollection,
  shape: 'point' | 'polygon',
  properties?: JsonObject,
) => void {
  const { session } = useStores();
  return useMemo(
    () =>
      (collection, shape, properties = {}) => {
        const start: JsonObject =
          collection === 'schools'
            ? { stage: 'primary', status: 'planned' }
            : { purpose: 'expansion', status: 'planned' };
        session.setState({
          tool: { mode: 'draw', collection, shape, properties: { ...start, ...properties } },
        });
      },
    [session],
  );
}
