import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { PANELS, type Panel } from '../../store/session-store';
import { AppraisalPanel } from '../panels/appraisal/appraisal-panel';
import { ConflictsPanel } from '../panels/conflicts/conflicts-panel';
import { LayersPanel } from '../panels/layers/layers-panel';
import { OverviewPanel } from '../panels/overview/overview-panel';
import { RulesPanel } from '../panels/rules/rules-panel';
import { SchoolsPanel } from '../panels/schools/schools-panel';
import { useStores } from '../shared/stores-context';
import { useText } from '../shared/use-text';
import classes from './shell.module.css';

const CONTENT: Readonly<Record<Panel, () => React.JSX.Element>> = {
  overview: OverviewPanel,
  schools: SchoolsPanel,
  conflicts: ConflictsPanel,
  rules: RulesPanel,
  layers: LayersPanel,
  appraisal: AppraisalPanel,
};

/** 总览, 校址, 冲突, 规则, 图层, 核查. A panel is built when it is first looked at and keeps its filters from then on. */
export function LeftPanel({ id, width }: { id: string; width: number }) {
  const { t } = useText();
  const { session } = useStores();
  const panel = useStore(session, (state) => state.panel);
  const [seen, setSeen] = useState<ReadonlySet<Panel>>(() => new Set([panel]));
  if (!seen.has(panel)) setSeen(new Set([...seen, panel]));
  return (
    <Tabs
      id={id}
      className={classes.left}
      style={{ width }}
      value={panel}
      keepMountedMode="display-none"
      onChange={(value) => session.setState({ panel: value as Panel })}
    >
      <Tabs.List grow aria-label={t('shell.panels')}>
        {PANELS.map((name) => (
          <Tabs.Tab key={name} value={name} px={8} py={9}>
            {t(`panel.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PANELS.map((name) => {
        const Content = CONTENT[name];
        return (
          <Tabs.Panel key={name} value={name} className={classes.panel}>
            {seen.has(name) && <Content />}
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
