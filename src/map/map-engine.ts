import type { EngineApi } from '../engine/protocol';

/** What the map asks of the engine. */
export type MapEngine = Pick<
  EngineApi,
  | 'tile'
  | 'detailZoom'
  | 'boxes'
  | 'feature'
  | 'zones'
  | 'catchments'
  | 'overlapShape'
  | 'nearestPoints'
  | 'snapLines'
  | 'preview'
>;
