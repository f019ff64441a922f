import { Button } from '@mantine/core';
import { IconFocus2, IconTrash, IconVectorSpline } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { deleteSites } from '../../commands/edit';
import { boxOf, positionsOf, textOf } from '../../domain/feature';
import type { FeatureRecord } from '../../domain/plan';
import type { DrawnCollection } from '../../store/session-store';
import { Afterwards } from '../shared/afterwards';
import { AreaWords, Facts, Note, Section } from '../shared/section';
import { useServices } from '../shared/services';
import { useStores } from '../shared/stores-context';
import { nameOf, useDistrictName } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import layout from '../shared/layout.module.css';
import { ConflictsOf } from './conflicts-of';
import { InspectorFrame } from './inspector-frame';
import { OtherProperties } from './other-properties';
import { FORM_PROPERTIES, SiteForm } from './site-form';

function isDrawn(collection: FeatureRecord['collection']): collection is DrawnCollection {
  return collection !== 'districts';
}

/** A school, reservation or district: its properties to edit and what was derived of it. */
export function SiteInspector({ record }: { record: FeatureRecord }) {
  const { t, word } = useText();
  const stores = useStores();
  const { session } = stores;
  const tool = useStore(session, (state) => state.tool);
  const { collection, id, feature } = record;
  const name = nameOf(record);
  const editing = tool.mode === 'edit' && tool.id === id;
  const zoom = () => {
    const box = boxOf(feature.geometry);
    if (box) session.flyTo(box);
  };
  const remove = () => {
    if (deleteSites(stores, [{ collection, id }]).ok) session.select(null);
  };
  const stage = textOf(feature, 'stage');
  return (
    <InspectorFrame
      title={name}
      sub={`${word('layer', collection)}${stage === undefined ? '' : ` · ${word('stage', stage)}`} · ${id}`}
    >
      <div className={layout.toolbar}>
        <Button leftSection={<IconFocus2 size={14} aria-hidden="true" />} onClick={zoom}>
          {t('inspector.zoom')}
        </Button>
        {isDrawn(collection) && (
          <Button
            leftSection={<IconVectorSpline size={14} aria-hidden="true" />}
            disabled={editing}
            onClick={() => session.setState({ tool: { mode: 'edit', collection, id } })}
          >
            {t('inspector.edit-geometry')}
          </Button>
        )}
        {isDrawn(collection) && (
          <Button ml="auto" leftSection={<IconTrash size={14} aria-hidden="true" />} onClick={remove}>
            {t('inspector.delete')}
          </Button>
        )}
      </div>
      {isDrawn(collection) && (
        <Section title={t('inspector.attributes')}>
          <SiteForm record={record} />
        </Section>
      )}
      <Afterwards>
        <DerivedFacts record={record} />
        <ConflictsOf feature={{ layer: collection, id }} />
        <OtherProperties
          feature={feature}
          except={isDrawn(collection) ? FORM_PROPERTIES : new Set(['id', 'name'])}
        />
      </Afterwards>
    </InspectorFrame>
  );
}

/** What follows from where the site lies. */
function DerivedFacts({ record }: { record: FeatureRecord }) {
  const { t, formats } = useText();
  const { toGrid } = useServices();
  const analysis = useStore(useStores().analysis, (state) => state.analysis);
  const districtName = useDistrictName();
  const { id, collection, feature } = record;
  const box = boxOf(feature.geometry);
  const point = box ? ([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const) : null;
  const grid = point ? toGrid(...point) : null;
  const catchments =
    collection === 'schools' ? (analysis?.catchments.filter(({ school }) => school === id) ?? []) : [];
  const vertices = Array.from(positionsOf(feature.geometry)).length;
  const districtId = analysis?.districtOf[id];
  return (
    <Section title={t('inspector.derived')}>
      <Facts
        items={[
          [
            t('field.district'),
            collection !== 'schools' || districtId === undefined
              ? null
              : (districtName(districtId) ?? t('field.outside-districts')),
          ],
          [
            t('field.area'),
            analysis && feature.geometry.type !== 'Point' ? (
              <AreaWords areaM2={analysis.areaM2[id] ?? null} />
            ) : null,
          ],
          [
            t('field.geometry'),
            t('inspector.geometry', { shape: t(`geometry.${feature.geometry.type}`), n: vertices }),
          ],
          [t('field.lon-lat'), point && formats.degrees(...point)],
          [
            t('field.grid'),
            grid && (
              <>
                {t('inspector.grid.zone', { meridian: grid.centralMeridian, epsg: grid.epsg ?? '—' })}
                <br />
                <span className={layout.nowrap}>
                  {t('inspector.grid.north', { n: formats.metres(grid.northM, 3) })}
                </span>
                <br />
                <span className={layout.nowrap}>
                  {t('inspector.grid.east', { e: formats.metres(grid.eastM, 3) })}
                </span>
              </>
            ),
          ],
          ...catchments.map(
            ({ stage, radiusM, areaM2, residents }) =>
              [
                t('inspector.catchment', { stage, radius: formats.metres(radiusM, 0) }),
                `${formats.people(residents)} · ${formats.hectares(areaM2)}`,
              ] as const,
          ),
        ]}
      />
      {catchments.length > 0 && <Note>{t('catchment.not-a-district')}</Note>}
    </Section>
  );
}
