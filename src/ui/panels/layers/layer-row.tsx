import { ActionIcon, FileButton, Menu, Switch } from '@mantine/core';
import { IconDots, IconReplace, IconTrash } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { removeLayer } from '../../../commands/edit';
import { isCollectionName, type LayerDescription, type LayerName } from '../../../domain/layer';
import { IMPORT_FILES, takeFiles } from '../../shared/pick-files';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from './layers.module.css';

interface LayerRowProps {
  name: LayerName;
  /** Null: the project has no such layer. */
  layer: LayerDescription | null;
  count: number | null;
}

/** One layer: shown or not, where it comes from, and what can be done with it. */
export function LayerRow({ name, layer, count }: LayerRowProps) {
  const { t, formats } = useText();
  const stores = useStores();
  const visible = useStore(stores.layers, (state) => state.visible[name]);
  const title = t(`layer.${name}`);
  const here = layer !== null || (count ?? 0) > 0;
  const facts = layer
    ? [
        layer.file,
        layer.accuracyM === undefined
          ? null
          : t('layers.accuracy', { metres: formats.metres(layer.accuracyM) }),
        layer.source?.doc,
        layer.source?.docNo,
        layer.source?.scale,
        layer.source?.approvedOn,
      ].filter((fact): fact is string => typeof fact === 'string')
    : [];
  return (
    <div className={classes.row}>
      <Switch
        size="xs"
        checked={visible}
        disabled={!here}
        aria-label={t('layers.show', { layer: name })}
        onChange={() =>
          stores.layers.setState(({ visible: all }) => ({ visible: { ...all, [name]: !all[name] } }))
        }
      />
      <div className={classes.words}>
        <span className={here ? '' : classes.absent}>{title}</span>
        {count !== null && here && (
          <span className={classes.dim}> {t('unit.items', { n: formats.number(count) })}</span>
        )}
        <div className={classes.dim} title={facts.join(' · ')}>
          {here ? facts.join(' · ') : t('layers.absent')}
        </div>
      </div>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t('layers.actions', { layer: name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <FileButton accept={IMPORT_FILES} onChange={(file) => file && void takeFiles(stores, [file], name)}>
            {(props) => (
              <Menu.Item {...props} closeMenuOnClick={false} leftSection={<IconReplace size={14} />}>
                {t(here ? 'layers.replace' : 'layers.import')}
              </Menu.Item>
            )}
          </FileButton>
          <Menu.Item
            leftSection={<IconTrash size={14} />}
            disabled={!here || (isCollectionName(name) && name !== 'reservations')}
            onClick={() => removeLayer(stores, name)}
          >
            {t('layers.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
