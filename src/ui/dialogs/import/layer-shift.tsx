import { Button } from '@mantine/core';
import type { LayerOffset } from '../../../domain/layer-offset';
import { crsLabel } from '../../../store/import/crs-choices';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';

/** A shift less than this is what surveys and digitising differ by. */
const LEAST_M = 1.5;

/** That a layer lies beside those of the work, and what may be the cause. Nothing is moved but at the user's word. */
export function LayerShift({ id, offset }: { id: string; offset: LayerOffset }) {
  const { t, formats } = useText();
  const { imports } = useStores();
  const { eastM, northM, distanceM, share, suspect } = offset;
  if (distanceM < LEAST_M) return null;
  const metres = (value: number) => formats.metres(Math.abs(value), 0);
  const said = t('shift.said', {
    eastWest: t(eastM < 0 ? 'shift.west' : 'shift.east', { metres: metres(eastM) }),
    northSouth: t(northM < 0 ? 'shift.south' : 'shift.north', { metres: metres(northM) }),
    distance: metres(distanceM),
    share: formats.percent(share, 0),
  });
  return (
    <div className={`${classes.remark} ${layout.row}`} role="status">
      <span style={{ flex: '1 1 320px' }}>
        {said} {t(`shift.${suspect ?? 'other'}`)}
      </span>
      {suspect && (
        <Button onClick={() => void imports.setCrs(id, { kind: suspect })}>
          {t('shift.take', { crs: crsLabel({ kind: suspect }) })}
        </Button>
      )}
    </div>
  );
}
