import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { LayerOutline } from '../../../domain/layer-outline';
import type { PendingImport } from '../../../store/import-store';
import { extentKm, surroundingsOf } from '../../../store/import/layer-place';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { ImportMap } from './import-map';
import mapClasses from './import-map.module.css';
import { LayerShift } from './layer-shift';

/** Where a file would come to lie: on a map, in words, and against the layers that share its vertices. */
export function LayerPlace({ pending }: { pending: PendingImport }) {
  const { reply, source } = pending;
  const preview = reply?.preview;
  // While it is placed anew its map's place is kept, so that what the user has in hand does not move.
  if (!reply && source && !source.blocked) return <div className={mapClasses.waiting} />;
  if (!preview?.outline) return null;
  return (
    <>
      {preview.offset && <LayerShift id={pending.id} offset={preview.offset} />}
      <PlacedLayer pending={pending} outline={preview.outline} />
    </>
  );
}

function PlacedLayer({ pending, outline }: { pending: PendingImport; outline: LayerOutline }) {
  const { t, say, formats } = useText();
  const { imports } = useStores();
  const ground = useStore(imports, (state) => state.ground);
  const all = useStore(imports, (state) => state.pending);
  const { id, file, whereabouts } = pending;
  const surroundings = useMemo(() => surroundingsOf(id, ground, all), [id, ground, all]);
  const { eastWest, northSouth } = extentKm(outline.box);
  const farness = (km: number) => formats.farness(km * 1000);
  const extent = t('import-map.extent', { width: farness(eastWest), height: farness(northSouth) });
  const distanceKm = whereabouts?.params?.km;
  const said = whereabouts ? say(whereabouts) : t('import-map.no-districts');
  // Another place or another city is another map, seen from its beginning.
  const place = [outline.box, surroundings.city ?? []].join(' ');
  return (
    <ImportMap
      key={place}
      outline={outline}
      surroundings={surroundings}
      distance={typeof distanceKm === 'number' ? farness(distanceKm) : null}
      label={t('import-map.words', { file, said, extent })}
    >
      <div className={whereabouts?.code === 'source-outside' ? classes.remark : layout.dim}>
        <span>{said}</span> <span>{extent}</span>
      </div>
    </ImportMap>
  );
}
