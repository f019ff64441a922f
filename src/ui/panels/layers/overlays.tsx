import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { OverlayName } from '../../../store/layers-store';
import { FilterSelect } from '../../shared/filter-controls';
import { Note, Section } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useRules } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { stageOrder } from '../../../domain/site-counts';
import classes from './layers.module.css';

/** 叠加显示: what is drawn besides the layers, and whose catchments and zones. */
export function Overlays() {
  const { t, word, pick } = useText();
  const { layers, analysis } = useStores();
  const { catchmentStage, zoneRule } = useStore(layers);
  const coverage = useStore(analysis, (state) => state.analysis?.coverage);
  const rules = useRules();
  const stages = [...new Set(coverage?.map(({ stage }) => stage))].sort(stageOrder);
  return (
    <Section title={t('layers.overlays')}>
      <OverlayRow name="conflicts" />
      <OverlayRow name="labels" />
      <OverlayRow name="catchments">
        <FilterSelect
          label={t('layers.catchments-of')}
          all={t('layers.of-selection')}
          width={190}
          value={catchmentStage ?? ''}
          choices={stages.map((stage) => ({ value: stage, label: word('stage', stage) }))}
          onChange={(stage) => layers.setState({ catchmentStage: stage === '' ? null : stage })}
        />
      </OverlayRow>
      <OverlayRow name="zones">
        <FilterSelect
          label={t('layers.zones-of')}
          all={t('layers.of-selection')}
          width={190}
          value={zoneRule ?? ''}
          choices={Array.from(rules.values())
            .filter(({ rule }) => rule.enabled ?? true)
            .map(({ rule }) => ({ value: rule.id, label: pick(rule.title) }))}
          onChange={(rule) => layers.setState({ zoneRule: rule === '' ? null : rule })}
        />
      </OverlayRow>
      <Note>{t('catchment.not-a-district')}</Note>
    </Section>
  );
}

function OverlayRow({ name, children }: { name: OverlayName; children?: ReactNode }) {
  const { t } = useText();
  const { layers } = useStores();
  const visible = useStore(layers, (state) => state.visible[name]);
  return (
    <div className={classes.overlay}>
      <Switch
        size="xs"
        label={t(`overlay.${name}`)}
        checked={visible}
        onChange={() => layers.setState(({ visible: all }) => ({ visible: { ...all, [name]: !all[name] } }))}
      />
      {children}
    </div>
  );
}
