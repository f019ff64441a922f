import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { message, type Message } from '../../../domain/message';
import { originOf, type FeatureService, type ServedCollection } from '../../../store/links/links-store';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import { DialogFrame } from '../dialog-frame';
import classes from '../dialogs.module.css';
import { HostGate } from './host-gate';

const USUAL_MOST = 20_000;

/** 从网络服务添加: features of an OGC API or WFS, fetched once and then imported like a file. */
export function ServicesDialog() {
  const { t, say, formats } = useText();
  const { links, imports, session } = useStores();
  const [address, setAddress] = useState(() => {
    const { form, services } = links.getState();
    return form?.fields.address ?? services.at(-1) ?? '';
  });
  const [service, setService] = useState<FeatureService | null>(null);
  const [chosen, setChosen] = useState('');
  const [onlyHere, setOnlyHere] = useState(true);
  const [most, setMost] = useState(String(USUAL_MOST));
  const [fault, setFault] = useState<Message | null>(null);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const origin = originOf(address);
  const mayAsk = origin !== null && links.opened.has(origin);
  const collection = service?.collections.find(({ id }) => id === chosen);
  const wanted = Number(most);
  const isWanted = Number.isInteger(wanted) && wanted > 0;
  const gmlOnly = service?.collections.filter(({ isGeojson }) => !isGeojson).length ?? 0;

  /** Work that can be given up; a fault of it is told. */
  const during = async (work: (signal: AbortSignal) => Promise<Message | null>) => {
    const controller = new AbortController();
    running.current = controller;
    setFault(null);
    setProgress({ done: 0, total: 0 });
    try {
      setFault(await work(controller.signal));
    } catch (error) {
      if (!controller.signal.aborted) throw error;
    } finally {
      if (running.current === controller) running.current = null;
      setProgress(null);
    }
  };
  const read = async (signal: AbortSignal) => {
    const found = await links.featuresAt(address, signal);
    if (!found.ok) return found.error;
    setService(found.value);
    setChosen(found.value.collections[0]?.id ?? '');
    return null;
  };
  const fetchIt = async (from: FeatureService, what: ServedCollection, signal: AbortSignal) => {
    const wish = { service: from, collection: what, address: address.trim(), onlyHere, most: wanted };
    const fetched = await links.fetchFile({ ...wish, signal, onProgress: setProgress });
    if (!fetched.ok) return fetched.error;
    const { file, isCut, count } = fetched.value;
    links.addService(address.trim());
    links.forgetForm();
    if (isCut) session.notify('warning', message('services.cut', { n: count }));
    await imports.add([file]);
    return null;
  };
  const leave = () => {
    links.forgetForm();
    session.setState({ dialog: { kind: 'import' } });
  };
  const amount = progress && {
    done: formats.number(progress.done),
    total: formats.number(progress.total),
  };

  return (
    <DialogFrame
      title={t('services.title')}
      size={640}
      onClose={() => {
        links.forgetForm();
        imports.cancel();
      }}
    >
      <div className={classes.stack}>
        <p className={classes.text}>{t('services.about')}</p>
        <TextInput
          data-autofocus
          label={t('links.address')}
          description={t('services.address.text')}
          error={address.trim() !== '' && origin === null ? t('link-no-address') : undefined}
          spellCheck={false}
          value={address}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setService(null);
            setFault(null);
          }}
        />
        <HostGate origin={origin} form={{ dialog: 'services', fields: { address } }} />
        <div>
          <Button disabled={!mayAsk || progress !== null} onClick={() => void during(read)}>
            {t('links.read-service')}
          </Button>
        </div>
        {service?.collections.length === 0 && (
          <p className={classes.remark}>{t('services.no-collections')}</p>
        )}
        {service && service.collections.length > 0 && (
          <>
            <div className={classes.fields}>
              <NativeSelect
                className={classes.grow}
                label={t('services.collection')}
                value={chosen}
                data={service.collections.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={(event) => setChosen(event.currentTarget.value)}
              />
              <TextInput
                w={130}
                label={t('services.most')}
                inputMode="numeric"
                value={most}
                error={!isWanted}
                onChange={(event) => setMost(event.currentTarget.value)}
              />
            </div>
            {gmlOnly > 0 && <p className={classes.remark}>{t('services.gml-only', { n: gmlOnly })}</p>}
            <Checkbox
              size="xs"
              checked={onlyHere}
              label={t('services.only-here')}
              onChange={(event) => setOnlyHere(event.currentTarget.checked)}
            />
          </>
        )}
        {fault && (
          <div className={classes.alert} role="alert">
            {say(fault)}
          </div>
        )}
        {amount && (
          <p className={classes.text} role="status">
            {progress.total > 0
              ? t('services.progress-of', amount)
              : t('services.progress', { done: amount.done })}
          </p>
        )}
      </div>
      <div className={classes.actions}>
        <Button onClick={() => (running.current ? running.current.abort() : leave())}>
          {t('dialog.cancel')}
        </Button>
        <Button
          variant="filled"
          disabled={!service || !collection || !isWanted || progress !== null}
          onClick={() =>
            service && collection && void during((signal) => fetchIt(service, collection, signal))
          }
        >
          {t('services.fetch')}
        </Button>
      </div>
    </DialogFrame>
  );
}
