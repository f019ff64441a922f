import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { Section } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import { DialogFrame } from '../dialog-frame';
import classes from '../dialogs.module.css';
import { AddBaseMap } from './add-base-map';
import { BaseMapRow } from './base-map-row';
import { HostList } from './host-list';

/** 底图与网络: maps to lie under the project, and every host that this page may ask. */
export function BaseMapsDialog() {
  const { t } = useText();
  const { links, session } = useStores();
  const { baseMaps, hosts } = useStore(links);
  const isOutdated = hosts.length !== links.opened.size || hosts.some((host) => !links.opened.has(host));
  return (
    <DialogFrame title={t('links.title')} size={780} onClose={() => links.forgetForm()}>
      <div className={classes.stack}>
        <p className={classes.text}>{t('links.about')}</p>
        <Section title={t('links.base-maps')}>
          {baseMaps.length === 0 && <p className={classes.text}>{t('links.base-maps.none')}</p>}
          <ul className={classes.choices}>
            {baseMaps.map((map, index) => (
              <BaseMapRow
                key={map.id}
                map={map}
                isFirst={index === 0}
                isLast={index === baseMaps.length - 1}
              />
            ))}
          </ul>
        </Section>
        <AddBaseMap />
        <HostList />
        {isOutdated && (
          <div className={classes.remark} role="status">
            {t('links.reload.text')}
          </div>
        )}
      </div>
      <div className={classes.actions}>
        {isOutdated && (
          <Button onClick={() => links.reload({ dialog: 'base-maps', fields: {} })}>
            {t('links.reload')}
          </Button>
        )}
        <Button
          variant="filled"
          onClick={() => {
            links.forgetForm();
            session.setState({ dialog: null });
          }}
        >
          {t('dialog.close')}
        </Button>
      </div>
    </DialogFrame>
  );
}
