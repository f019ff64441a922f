import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { propertyNameOf } from '../../../domain/compare/entity';
import {
  choiceOf,
  type MergeChoice,
  type MergeChoices,
  type MergeItem,
} from '../../../domain/compare/merge-item';
import { textOf } from '../../../domain/feature';
import { isCollectionName } from '../../../domain/layer';
import { featureOf } from '../../../domain/plan';
import type { Comparison } from '../../../store/compare-store';
import { useStores } from '../../shared/stores-context';
import { useText, type Text } from '../../shared/use-text';
import classes from './compare.module.css';
import { entityName } from './difference-rows';
import { partText } from './part-text';

/** Items that are shown at once. */
const PAGE = 100;

interface MergeItemListProps {
  label: string;
  items: readonly MergeItem[];
  choices: MergeChoices;
  comparison: Comparison;
}

/** Both sides' states beside each other, and whose is kept. */
export function MergeItemList({ label, items, choices, comparison }: MergeItemListProps) {
  const { t } = useText();
  const [shown, setShown] = useState(PAGE);
  const more = Math.min(PAGE, items.length - shown);
  return (
    <>
      <ul className={classes.list} aria-label={label} tabIndex={0}>
        {items.slice(0, shown).map((item) => (
          <Item key={item.id} item={item} choice={choiceOf(item, choices)} comparison={comparison} />
        ))}
      </ul>
      {more > 0 && (
        <Button mt={8} onClick={() => setShown(shown + PAGE)}>
          {t('compare.more', { n: more })}
        </Button>
      )}
    </>
  );
}

interface ItemProps {
  item: MergeItem;
  choice: MergeChoice | null;
  comparison: Comparison;
}

function Item({ item, choice, comparison }: ItemProps) {
  const text = useText();
  const { t } = text;
  const { compare } = useStores();
  const name = itemName(item, comparison, text);
  const part = partName(item, text);
  const kind = item.kind === 'feature' ? t(`layer.${item.within ?? ''}`) : t(`compare.kind.${item.kind}`);
  const options: readonly MergeChoice[] = [
    'mine',
    'theirs',
    ...(item.canKeepBoth ? (['both'] as const) : []),
  ];
  return (
    <li className={classes.line}>
      <Radio.Group
        className={classes.choice ?? ''}
        label={`${kind} ${name} · ${part}`}
        value={choice}
        onChange={(value) => compare.choose([item], value)}
      >
        <div className={classes.sides}>
          {options.map((option) => (
            <div key={option} className={classes.side}>
              <Radio
                size="xs"
                value={option}
                label={
                  option === 'both'
                    ? t('words.aside', { text: t('merge.both'), aside: t('merge.both.hint') })
                    : t(`merge.${option}`)
                }
              />
              {option !== 'both' && <span>{partText(item[option], text)}</span>}
            </div>
          ))}
        </div>
      </Radio.Group>
    </li>
  );
}

function itemName({ kind, about, within }: MergeItem, { before, after }: Comparison, text: Text): string {
  if (kind !== 'feature' || !isCollectionName(within)) return entityName(kind, about, text);
  const record = featureOf(before, within, about) ?? featureOf(after, within, about);
  return (record && textOf(record.feature, 'name')) ?? about;
}

function partName({ part, kind }: MergeItem, { t, word }: Text): string {
  if (part === null) return t('merge.whole');
  if (kind === 'feature' && part === 'geometry') return t('merge.geometry');
  if (kind === 'layer' && part === 'hash') return t('merge.layer-data');
  return word('property', propertyNameOf(part) ?? part);
}
