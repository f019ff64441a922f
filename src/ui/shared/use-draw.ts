import { useMemo } from 'react';
import type { JsonObject } from '../../domain/json';
import type { DrawnLayer } from '../../store/session-store';
import { FIRST_PROPERTIES } from '../../commands/draw-commands';
import { useStores } from './stores-context';

/** Starts drawing a site of a kind; its status is `planned` until the user says otherwise. */
export function useDraw(): (
  collection: DrawnLayer,
  shape: 'point' | 'polygon',
  properties?: JsonObject,
) => void {
  const { session } = useStores();
  return useMemo(
    () =>
      (collection, shape, properties = {}) => {
        const start = FIRST_PROPERTIES[collection];
        session.setState({
          tool: { mode: 'draw', collection, shape, properties: { ...start, ...properties } },
        });
      },
    [session],
  );
}
