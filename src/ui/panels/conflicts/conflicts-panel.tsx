import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import layout from '../../shared/layout.module.css';
import { SeverityCountTags } from '../../shared/severity-counts';
import { useFindingCounts } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { CheckedList } from './checked-list';
import { ConflictList } from './conflict-list';

type View = 'found' | 'checked';

/** 冲突: what was found, and what was checked to find it. */
export function ConflictsPanel() {
  const { t } = useText();
  const counts = useFindingCounts();
  const [view, setView] = useState<View>('found');
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
          ]}
        />
        <SeverityCountTags counts={counts} />
      </div>
      <div className={layout.grow}>{view === 'found' ? <ConflictList /> : <CheckedList />}</div>
    </div>
  );
}
