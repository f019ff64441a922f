import type { EngineApi } from '../engine/protocol';

/** What the map asks of the engine. */
export type MapEngine = Pick<
  EngineApi,
  'layerGeoJson' | 'zones' | 'catchments' | 'overlapShape' | 'snapLines' | 'preview'
>;
