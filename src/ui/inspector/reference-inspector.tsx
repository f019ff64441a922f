import { Button, Loader } from '@mantine/core';
import { IconFocus2 } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { FeatureRef } from '../../domain/conflict';
import { boxOf, textOf } from '../../domain/feature';
import { isCodeScheme, landUseName } from '../../domain/land-use';
import { detailKey } from '../../store/details-store';
import layout from '../shared/layout.module.css';
import { EmptyState, Facts, Section } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import { AppraiseButton } from './appraise-button';
import { ConflictsOf } from './conflicts-of';
import { InspectorFrame } from './inspector-frame';
import { OtherProperties } from './other-properties';

const NOTHING: ReadonlySet<string> = new Set();

/** A feature of a reference layer: what its file says, and its conflicts. */
export function ReferenceInspector({ feature: ref }: { feature: FeatureRef }) {
  const { t, word, pick, formats } = useText();
  const { details, session } = useStores();
  const { layer, id } = ref;
  const detail = useStore(details, (state) => state.features.get(detailKey(ref)));
  useEffect(() => details.request({ layer, id }), [details, layer, id]);
  const known = detail && detail !== 'loading' ? detail : null;
  const scheme = known ? textOf(known, 'codeScheme') : undefined;
  const code = known ? textOf(known, 'landUse') : undefined;
  const kind = known ? textOf(known, 'kind') : undefined;
  const use = code !== undefined && isCodeScheme(scheme) ? landUseName(scheme, code) : null;
  const zoom = () => {
    const box = known ? boxOf(known.geometry) : null;
    if (box) session.flyTo(box);
  };
  return (
    <InspectorFrame title={(known && textOf(known, 'name')) ?? id} sub={`${word('layer', layer)} · ${id}`}>
      {detail === null && (
        <EmptyState title={t('inspector.not-found')} text={t('inspector.not-found.text')} />
      )}
      {(detail === undefined || detail === 'loading') && (
        <EmptyState title={t('inspector.loading')}>
          <Loader size="sm" />
        </EmptyState>
      )}
      {known && (
        <>
          <div className={layout.toolbar}>
            <Button leftSection={<IconFocus2 size={14} aria-hidden="true" />} onClick={zoom}>
              {t('inspector.zoom')}
            </Button>
            {layer === 'parcels' && <AppraiseButton />}
          </div>
          {(use !== null || (layer === 'facilities' && kind !== undefined)) && (
            <Section title={t('inspector.use')}>
              <Facts
                items={[
                  [t('field.land-use'), use && formats.aside(`${code ?? ''} ${pick(use)}`, scheme ?? '')],
                  [t('field.kind'), layer === 'facilities' && kind !== undefined ? word('kind', kind) : null],
                ]}
              />
            </Section>
          )}
          <ConflictsOf feature={ref} />
          <OtherProperties feature={known} except={NOTHING} />
        </>
      )}
    </InspectorFrame>
  );
}
