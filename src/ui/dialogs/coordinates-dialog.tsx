import { Button, NativeSelect, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { placeDrawn } from '../../commands/appraise';
import { projectOf } from '../../domain/plan';
import { SELECT_TOOL, type DrawnLayer } from '../../store/session-store';
import { Facts } from '../shared/section';
import { useServices } from '../shared/services';
import { useStores } from '../shared/stores-context';
import { usePlan } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';
import { geometryOf, parseCoordinates, type CoordinateSystem } from './parse-coordinates';

/** Central meridians of the 3° zones of China. */
const MERIDIANS = Array.from({ length: 21 }, (_, zone) => 75 + zone * 3);

const CREATE: Readonly<Record<DrawnLayer, string>> = {
  schools: 'coordinates.create-school',
  reservations: 'coordinates.create-reservation',
  parcels: 'appraisal.coordinates.create',
};

/** A site, or land for a proposal, from typed coordinates: what mouse and touch can do, from the keyboard and to the millimetre. */
export function CoordinatesDialog() {
  const { t, say, formats } = useText();
  const stores = useStores();
  const { session } = stores;
  const { fromGrid } = useServices();
  const plan = usePlan();
  const tool = useStore(session, (state) => state.tool);
  const frameLon = projectOf(plan)?.frame.lon ?? 105;
  const [system, setSystem] = useState<CoordinateSystem>('lon-lat');
  const [shape, setShape] = useState<'point' | 'polygon'>(tool.mode === 'draw' ? tool.shape : 'polygon');
  const [centralMeridian, setCentralMeridian] = useState(Math.round(frameLon / 3) * 3);
  const [text, setText] = useState('');
  const parsed = parseCoordinates(text, { system, centralMeridian, fromGrid });
  const geometry = parsed.ok ? geometryOf(parsed.value, shape) : parsed;
  const drawn = tool.mode === 'draw' ? tool : null;
  const create = () => {
    if (!geometry.ok) return;
    const properties = drawn?.properties ?? { stage: 'primary', status: 'planned' };
    const made = placeDrawn(stores, {
      collection: drawn?.collection ?? 'schools',
      geometry: geometry.value,
      properties,
    });
    if (!made.ok) return;
    session.getState().sketchControl?.cancel();
    session.setState({ dialog: null, tool: SELECT_TOOL });
  };
  return (
    <DialogFrame title={t('coordinates.title')}>
      <div className={classes.stack}>
        <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
          <SegmentedControl
            size="xs"
            aria-label={t('coordinates.system')}
            value={system}
            onChange={(value) => setSystem(value)}
            data={[
              { value: 'lon-lat', label: t('coordinates.lon-lat') },
              { value: 'grid', label: t('coordinates.grid') },
            ]}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('coordinates.shape')}
            value={shape}
            onChange={(value) => setShape(value)}
            data={[
              { value: 'polygon', label: t('coordinates.polygon') },
              { value: 'point', label: t('coordinates.point') },
            ]}
          />
          {system === 'grid' && (
            <NativeSelect
              aria-label={t('coordinates.meridian')}
              value={String(centralMeridian)}
              data={MERIDIANS.map((meridian) => ({
                value: String(meridian),
                label: t('coordinates.meridian-of', { meridian }),
              }))}
              onChange={(event) => setCentralMeridian(Number(event.currentTarget.value))}
            />
          )}
        </div>
        <Textarea
          data-autofocus
          label={t('coordinates.lines')}
          description={t(system === 'grid' ? 'coordinates.hint-grid' : 'coordinates.hint-lon-lat')}
          rows={8}
          value={text}
          error={text.trim() !== '' && !geometry.ok ? say(geometry.error) : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {parsed.ok && (
          <Facts
            items={[
              [t('coordinates.read'), t('unit.points', { n: parsed.value.length })],
              [
                t('coordinates.first'),
                parsed.value[0]
                  ? formats.degrees(parsed.value[0][0] ?? NaN, parsed.value[0][1] ?? NaN)
                  : null,
              ],
            ]}
          />
        )}
      </div>
      <div className={classes.actions}>
        <Button onClick={() => session.setState({ dialog: null })}>{t('dialog.cancel')}</Button>
        <Button variant="filled" disabled={!geometry.ok} onClick={create}>
          {t(CREATE[drawn?.collection ?? 'schools'])}
        </Button>
      </div>
    </DialogFrame>
  );
}
