import { Button, NativeSelect } from '@mantine/core';
import { choiceOf, type MergeItem } from '../../../domain/compare/merge-item';
import { useStore } from 'zustand';
import type { BaseChoice, Comparison, Merging } from '../../../store/compare-store';
import { EmptyState } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import dialogs from '../dialogs.module.css';
import classes from './compare.module.css';
import { MergeItemList } from './merge-item-list';
import { useRevisionChoices } from './use-revision-choices';

interface MergePanelProps {
  merging: Merging;
  comparison: Comparison;
  isLayer: boolean;
}

/** What may be taken in: chosen one by one where both changed it, taken unless declined where only they did. */
export function MergePanel({ merging, comparison, isLayer }: MergePanelProps) {
  const { t } = useText();
  const { compare, session, plan } = useStores();
  const locked = useStore(plan, (state) => state.locked);
  const { merge, choices } = merging;
  const conflicts = merge.items.filter(({ state }) => state === 'conflict');
  const theirs = merge.items.filter(({ state }) => state === 'theirs');
  const undecided = conflicts.filter((item) => choiceOf(item, choices) === null).length;
  const isNothing = merge.items.length + merge.decisions.length + merge.comments.length === 0;
  return (
    <div className={dialogs.stack}>
      <BaseSelect merging={merging} isLayer={isLayer} />
      {isNothing ? (
        <EmptyState title={t('compare.nothing')} text={t('compare.nothing.merge')} />
      ) : (
        <>
          <ItemGroup code="merge.conflicts" items={conflicts} merging={merging} comparison={comparison} />
          <ItemGroup code="merge.taken" items={theirs} merging={merging} comparison={comparison} />
          {merge.decisions.length + merge.comments.length > 0 && (
            <p className={dialogs.text}>
              {t('merge.decisions', { decisions: merge.decisions.length, comments: merge.comments.length })}
            </p>
          )}
          <RuledByBoth merging={merging} />
        </>
      )}
      <div className={dialogs.actions}>
        {undecided > 0 && (
          <span className={classes.unlisted} role="status">
            {t('merge.undecided', { count: undecided })}
          </span>
        )}
        <Button onClick={() => session.setState({ dialog: null })}>{t('dialog.cancel')}</Button>
        <Button
          variant="filled"
          disabled={isNothing || undecided > 0 || locked !== null}
          onClick={() => compare.takeIn()}
        >
          {t('merge.take-in')}
        </Button>
      </div>
    </div>
  );
}

/** From where both set out. */
function BaseSelect({ merging: { base, common }, isLayer }: { merging: Merging; isLayer: boolean }) {
  const { t } = useText();
  const { compare } = useStores();
  const revisions = useRevisionChoices();
  const found = isLayer
    ? [{ value: 'common', label: t('merge.base.now') }]
    : common === null
      ? []
      : [{ value: 'common', label: t('merge.base.common', { seq: common }) }];
  const choose = (value: string) => {
    const choice: BaseChoice =
      value === 'none'
        ? { kind: 'none' }
        : value === 'common' && common !== null
          ? { kind: 'common', seq: common }
          : { kind: 'revision', seq: Number(value) };
    compare.setBase(choice);
  };
  return (
    <NativeSelect
      label={t('merge.base')}
      description={common === null ? t('merge.base.unproved') : undefined}
      value={base.kind === 'revision' ? String(base.seq) : base.kind}
      data={[...found, { value: 'none', label: t('merge.base.none') }, ...revisions]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

interface ItemGroupProps {
  code: string;
  items: readonly MergeItem[];
  merging: Merging;
  comparison: Comparison;
}

function ItemGroup({ code, items, merging, comparison }: ItemGroupProps) {
  const { t } = useText();
  const { compare } = useStores();
  if (items.length === 0) return null;
  const title = t(code, { n: items.length });
  return (
    <section aria-label={title}>
      <h3 className={classes.heading}>
        {title}
        <Button size="compact-xs" ml="auto" onClick={() => compare.choose(items, 'mine')}>
          {t('merge.all-mine')}
        </Button>
        <Button size="compact-xs" onClick={() => compare.choose(items, 'theirs')}>
          {t('merge.all-theirs')}
        </Button>
      </h3>
      <MergeItemList label={title} items={items} choices={merging.choices} comparison={comparison} />
    </section>
  );
}

/** Conflicts on which both ruled: which of the two rulings counts from now on. */
function RuledByBoth({ merging: { merge } }: { merging: Merging }) {
  const { t, word, formats } = useText();
  return merge.ruledByBoth.map(({ conflict, mine, theirs, counts }) => (
    <div key={conflict} className={dialogs.remark}>
      {t('merge.ruled-by-both', { conflict })}
      <ul>
        {(['mine', 'theirs'] as const).map((who) => {
          const { verdict, by, at } = who === 'mine' ? mine : theirs;
          const words = {
            who: t(`merge.${who}`),
            verdict: word('decision', verdict),
            by,
            at: formats.time(at),
          };
          return (
            <li key={who}>
              {t('merge.ruling', words)}
              {counts === who && <strong> — {t('merge.counts')}</strong>}
            </li>
          );
        })}
      </ul>
    </div>
  ));
}
