import { Button, Loader, NativeSelect, Tabs } from '@mantine/core';
import { useStore } from 'zustand';
import { LAYER_NAMES, type LayerName } from '../../../domain/layer';
import type { Comparison, CompareSource as Source, Merging } from '../../../store/compare-store';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import { DialogFrame } from '../dialog-frame';
import dialogs from '../dialogs.module.css';
import { CompareSource } from './compare-source';
import classes from './compare.module.css';
import { DifferenceList } from './difference-list';
import { featureCount, featureRows } from './difference-rows';
import { MergePanel } from './merge-panel';
import { conflictRows, decisionRows } from './review-rows';

/** The project against another state of it, and what of that is to be taken in. */
export function CompareDialog() {
  const { t } = useText();
  const { compare } = useStores();
  const { status, source, comparison, merging } = useStore(compare);
  return (
    <DialogFrame title={t('compare.title')} size={980}>
      {status === 'working' ? (
        <div className={classes.head} role="status">
          <Loader size="xs" /> {t('compare.working')}
          <Button onClick={() => compare.clear()}>{t('dialog.cancel')}</Button>
        </div>
      ) : comparison && source ? (
        <>
          <SourceHead source={source} />
          <Differences source={source} comparison={comparison} merging={merging} />
        </>
      ) : (
        <CompareSource />
      )}
    </DialogFrame>
  );
}

function SourceHead({ source }: { source: Source }) {
  const { t } = useText();
  const { compare } = useStores();
  const name =
    source.kind === 'revision'
      ? t('compare.with-revision', { seq: source.seq })
      : t(`compare.with-${source.kind}`, { name: source.name });
  return (
    <div className={classes.head}>
      <span className={classes.source}>{name}</span>
      {source.kind === 'layer' && (
        <NativeSelect
          aria-label={t('compare.layer')}
          value={source.layer}
          data={LAYER_NAMES.map((layer) => ({ value: layer, label: t(`layer.${layer}`) }))}
          onChange={(event) => void compare.setLayer(event.currentTarget.value as LayerName)}
        />
      )}
      <Button ml="auto" onClick={() => compare.clear()}>
        {t('compare.again')}
      </Button>
    </div>
  );
}

interface DifferencesProps {
  source: Source;
  comparison: Comparison;
  merging: Merging | null;
}

function Differences({ source, comparison, merging }: DifferencesProps) {
  const text = useText();
  const { t } = text;
  const now = source.kind === 'revision' ? 'after' : 'before';
  const { counts } = comparison.states;
  const conflicts = conflictRows(comparison, now, text);
  const inAll = counts.gained + counts.lost + counts.changed;
  const features = featureRows(comparison, now, text);
  const allFeatures = featureCount(comparison);
  const decisions = decisionRows(comparison, text);
  const label = (tab: string, n: number) => t(`compare.tab.${tab}`, { n });
  return (
    <Tabs defaultValue={merging ? 'merge' : 'features'} mt={8} keepMounted={false}>
      <Tabs.List>
        {merging && <Tabs.Tab value="merge">{label('merge', mergeCount(merging))}</Tabs.Tab>}
        <Tabs.Tab value="features">{label('features', allFeatures)}</Tabs.Tab>
        <Tabs.Tab value="conflicts">{label('conflicts', inAll)}</Tabs.Tab>
        <Tabs.Tab value="decisions">{label('decisions', decisions.length)}</Tabs.Tab>
      </Tabs.List>
      {merging && (
        <Tabs.Panel value="merge" className={classes.panel ?? ''}>
          <MergePanel merging={merging} comparison={comparison} isLayer={source.kind === 'layer'} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="features" className={classes.panel ?? ''}>
        <DifferenceList
          label={label('features', allFeatures)}
          rows={features}
          unlisted={allFeatures - features.length}
          empty={t('compare.nothing.features')}
        />
      </Tabs.Panel>
      <Tabs.Panel value="conflicts" className={classes.panel ?? ''}>
        <p className={dialogs.text}>{t('compare.conflict-counts', { ...counts })}</p>
        <DifferenceList
          label={label('conflicts', inAll)}
          rows={conflicts}
          unlisted={inAll - conflicts.length}
          empty={t('compare.nothing.conflicts')}
        />
      </Tabs.Panel>
      <Tabs.Panel value="decisions" className={classes.panel ?? ''}>
        <DifferenceList
          label={label('decisions', decisions.length)}
          rows={decisions}
          empty={t('compare.nothing.decisions')}
        />
      </Tabs.Panel>
    </Tabs>
  );
}

function mergeCount({ merge: { items, decisions, comments } }: Merging): number {
  return items.length + decisions.length + comments.length;
}
