import { ActionIcon, Checkbox, NativeSelect, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { isVector, type BaseMap } from '../../../domain/base-map';
import { baseMapOrigin } from '../../../store/links/host-list';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';

const OPACITIES = [1, 0.8, 0.6, 0.4, 0.2];

/** One base map: on or off, how much of it shows, where it lies among the others. */
export function BaseMapRow({ map, isFirst, isLast }: { map: BaseMap; isFirst: boolean; isLast: boolean }) {
  const { t, say } = useText();
  const { links } = useStores();
  const problem = useStore(links, (state) => state.problems.get(map.id));
  const { id, title, shown, opacity, isGcj02 } = map;
  const origin = baseMapOrigin(map);
  return (
    <li className={classes.file}>
      <div className={layout.row}>
        <Switch
          size="xs"
          checked={shown}
          label={<strong>{title}</strong>}
          onChange={() => links.changeBaseMap(id, { shown: !shown })}
        />
        <span className={classes.source}>
          {t(`links.kind.${map.source.kind}`)}
          {origin !== null && ` · ${origin}`}
        </span>
        <NativeSelect
          ml="auto"
          w={84}
          aria-label={t('links.opacity', { title })}
          value={String(opacity)}
          data={OPACITIES.map((value) => ({ value: String(value), label: `${Math.round(value * 100)}%` }))}
          onChange={(event) => links.changeBaseMap(id, { opacity: Number(event.currentTarget.value) })}
        />
        <ActionIcon
          aria-label={t('links.raise', { title })}
          disabled={isFirst}
          onClick={() => links.moveBaseMap(id, -1)}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('links.lower', { title })}
          disabled={isLast}
          onClick={() => links.moveBaseMap(id, 1)}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('links.remove', { title })} onClick={() => links.removeBaseMap(id)}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      {!isVector(map) && map.source.kind !== 'tianditu' && (
        <Checkbox
          size="xs"
          checked={isGcj02}
          label={t('links.gcj02')}
          onChange={() => links.changeBaseMap(id, { isGcj02: !isGcj02 })}
        />
      )}
      {origin !== null && !links.opened.has(origin) && (
        <div className={classes.remark}>{t('links.waiting', { host: origin })}</div>
      )}
      {problem && (
        <div className={classes.alert} role="alert">
          {say(problem)}
        </div>
      )}
    </li>
  );
}
