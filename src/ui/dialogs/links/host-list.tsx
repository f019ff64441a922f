import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { baseMapOrigin, usesOf } from '../../../store/links/host-list';
import { withoutQuery } from '../../../store/links/links-store';
import { Section } from '../../shared/section';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';

/** Every host that this page may ask, what for, and a way to close it again. */
export function HostList() {
  const { t } = useText();
  const { links } = useStores();
  const { hosts, baseMaps, services } = useStore(links);
  const needed = baseMaps.map(baseMapOrigin).filter((origin) => origin !== null);
  const all = [...new Set([...links.opened, ...hosts, ...needed])];
  const stateOf = (origin: string) => {
    const isWanted = hosts.includes(origin);
    if (links.opened.has(origin)) return t(isWanted ? 'links.host.open' : 'links.host.until-reload');
    return t(isWanted ? 'links.host.after-reload' : 'links.host.not-allowed');
  };
  const wordsOf = (origin: string) =>
    usesOf(origin, { baseMaps, services }).map((use) =>
      use.kind === 'base-map'
        ? t('links.use.base-map', { title: use.title })
        : t('links.use.service', { address: withoutQuery(use.address) }),
    );
  return (
    <Section title={t('links.hosts')}>
      {all.length === 0 && <p className={classes.text}>{t('links.hosts.none')}</p>}
      {all.length > 0 && (
        <table className={layout.table}>
          <thead>
            <tr>
              <th scope="col">{t('links.host')}</th>
              <th scope="col">{t('links.host.use')}</th>
              <th scope="col">{t('links.host.state')}</th>
              <th scope="col" aria-label={t('links.host.remove')} />
            </tr>
          </thead>
          <tbody>
            {all.map((origin) => (
              <tr key={origin}>
                <th scope="row">{origin}</th>
                <td>{wordsOf(origin).join('；') || t('links.use.none')}</td>
                <td className={layout.nowrap}>{stateOf(origin)}</td>
                <td>
                  {hosts.includes(origin) ? (
                    <Button
                      aria-label={t('links.host.remove-it', { host: origin })}
                      onClick={() => links.removeHost(origin)}
                    >
                      {t('links.host.remove')}
                    </Button>
                  ) : (
                    <Button
                      aria-label={t('links.host.allow-it', { host: origin })}
                      onClick={() => links.addHost(origin)}
                    >
                      {t('links.host.allow')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
