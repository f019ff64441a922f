import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Afterwards } from '../../shared/afterwards';
import layout from '../../shared/layout.module.css';
import { ShareBar } from '../../shared/section';
import { SeverityCountTags } from '../../shared/severity-counts';
import { useStores } from '../../shared/stores-context';
import { Tag } from '../../shared/tag';
import { useCommand } from '../../shared/use-command';
import { useFindingCounts } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { CheckedList } from './checked-list';
import { ConflictList } from './conflict-list';
import { GoneList } from './gone-list';

const VIEWS = { found: ConflictList, checked: CheckedList, gone: GoneList } as const;
type View = keyof typeof VIEWS;

/** 冲突: what was found, what was checked to find it, and what is there no more; how far the review has come. */
export function ConflictsPanel() {
  const { t } = useText();
  const counts = useFindingCounts();
  const gone = useStore(useStores().review, (state) => state.gone.size);
  const [view, setView] = useState<View>('found');
  const Content = VIEWS[view];
  return (
    <div className={layout.fill}>
      <div className={layout.toolbar}>
        <SegmentedControl
          size="xs"
          aria-label={t('conflicts.view')}
          value={view}
          onChange={(value) => setView(value)}
          data={[
            { value: 'found', label: t('conflicts.tab.found') },
            { value: 'checked', label: t('conflicts.tab.checked') },
            { value: 'gone', label: gone > 0 ? t('review.count.gone', { n: gone }) : t('review.tab.gone') },
          ]}
        />
        <SeverityCountTags counts={counts} />
        <ReviewProgress />
      </div>
      <div className={layout.grow}>
        <Afterwards>
          <Content />
        </Afterwards>
      </div>
    </div>
  );
}

/** 已审 n / m, and what waits. */
function ReviewProgress() {
  const { t, formats } = useText();
  const { review, session } = useStores();
  const { total, reviewed, open, stale, expired } = useStore(review, (state) => state.counts);
  const reviewing = useStore(session, (state) => state.reviewing);
  const { tooltip, disabled, run } = useCommand('review-mode');
  const count = (name: string, n: number) => t(`review.count.${name}`, { n: formats.number(n) });
  return (
    <div className={layout.row} style={{ flex: '1 0 100%' }}>
      <Button
        variant={reviewing ? 'filled' : 'default'}
        aria-pressed={reviewing}
        disabled={disabled !== null}
        title={tooltip}
        onClick={run}
      >
        {t('review.mode')}
      </Button>
      <span title={t('review.progress.hint')}>
        {t('review.progress', { reviewed: formats.number(reviewed), total: formats.number(total) })}
      </span>
      <div style={{ width: 80 }}>
        <ShareBar share={total > 0 ? reviewed / total : 0} />
      </div>
      <Tag tone="outline">{count('open', open)}</Tag>
      {stale > 0 && <Tag tone="warn">{count('stale', stale)}</Tag>}
      {expired > 0 && <Tag tone="warn">{count('expired', expired)}</Tag>}
    </div>
  );
}
