import { Button, Checkbox, FileButton, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TIANDITU_LAYERS } from '../../../domain/base-map';
import { message, type Message } from '../../../domain/message';
import { baseMapOrigin } from '../../../store/links/host-list';
import { originOf, type BaseMapDraft } from '../../../store/links/links-store';
import { Section } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from '../dialogs.module.css';
import { HostGate } from './host-gate';
import {
  draftOf,
  EMPTY_FIELDS,
  fieldsAsText,
  fieldsFromText,
  isTileTemplate,
  SOURCE_KINDS,
  type BaseMapFields,
  type Offer,
  type SourceKind,
} from './link-fields';
import { OfferChoice } from './offer-choice';

interface Outcome {
  readonly ok: boolean;
  readonly said: Message;
}

/** The form that adds a base map: its address, what its service offers, a tile to try it by. */
export function AddBaseMap() {
  const { t, say } = useText();
  const { links } = useStores();
  const [fields, setFields] = useState<BaseMapFields>(() => {
    const kept = links.getState().form;
    return kept?.dialog === 'base-maps' ? fieldsFromText(kept.fields) : EMPTY_FIELDS;
  });
  const [offer, setOffer] = useState<Offer | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);

  const { kind, address } = fields;
  const change = (changes: Partial<BaseMapFields>) => {
    setFields((before) => ({ ...before, ...changes }));
    setOutcome(null);
    if ('address' in changes || 'kind' in changes) setOffer(null);
  };
  const draft = draftOf(fields, offer, {
    tianditu: (layer) => t(`links.tianditu.${layer}`),
    tiandituOwner: t('links.tianditu.owner'),
  });
  const form = { dialog: 'base-maps', fields: fieldsAsText(fields) } as const;
  const asked = kind === 'tianditu' || kind === 'pmtiles-file' ? null : originOf(address);
  const drawn = draft ? baseMapOrigin(draft) : null;
  const mayAsk = (origin: string | null) => origin === null || links.opened.has(origin);
  const isOffered = kind === 'wmts' || kind === 'wms' || kind === 'pmtiles';

  const addressFault = () => {
    if (address.trim() === '') return undefined;
    if (asked === null) return t('link-no-address');
    return kind === 'xyz' && !isTileTemplate(address) ? t('link-no-template') : undefined;
  };

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setOutcome(null);
    try {
      await work();
    } finally {
      setBusy(false);
    }
  };
  const refuse = (said: Message) => setOutcome({ ok: false, said });

  const take = (found: Offer) => {
    const [layer = ''] = layersOf(found);
    setOffer(found);
    setFields((before) => ({ ...before, layer, set: '' }));
  };
  const askService = async () => {
    if (kind === 'wmts') {
      const read = await links.wmtsAt(address);
      if (read.ok) take({ kind, offer: read.value });
      else refuse(read.error);
    }
    if (kind === 'wms') {
      const read = await links.wmsAt(address);
      if (read.ok) take({ kind, offer: read.value });
      else refuse(read.error);
    }
    if (kind === 'pmtiles') {
      const read = await links.openArchive({ address: address.trim() });
      if (read.ok) take({ kind, archive: read.value, file: null });
      else refuse(read.error);
    }
  };
  const openFile = async (file: File) => {
    const read = await links.openArchive({ file });
    if (read.ok) take({ kind: 'pmtiles', archive: read.value, file: file.name });
    else refuse(read.error);
  };
  const tryIt = async (tried: BaseMapDraft) => {
    const tile = await links.tryBaseMap(tried);
    if (tile.ok) setOutcome({ ok: true, said: message('links.tried', { ...tile.value }) });
    else refuse(tile.error);
  };
  const add = (added: BaseMapDraft) => {
    links.addBaseMap(added);
    links.forgetForm();
    setFields(EMPTY_FIELDS);
    setOffer(null);
    setOutcome(null);
  };

  return (
    <Section title={t('links.add')}>
      <div className={classes.stack}>
        <div className={classes.fields}>
          <NativeSelect
            label={t('links.kind')}
            value={kind}
            data={SOURCE_KINDS.map((value) => ({ value, label: t(`links.kind.${value}`) }))}
            onChange={(event) => change({ kind: event.currentTarget.value as SourceKind })}
          />
          {kind === 'tianditu' && (
            <>
              <NativeSelect
                label={t('links.tianditu.layer')}
                value={fields.tianditu}
                data={TIANDITU_LAYERS.map((value) => ({ value, label: t(`links.tianditu.${value}`) }))}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  const tianditu = TIANDITU_LAYERS.find((each) => each === value);
                  if (tianditu) change({ tianditu });
                }}
              />
              <TextInput
                className={classes.grow}
                type="password"
                autoComplete="off"
                label={t('links.key')}
                description={t('links.key.text')}
                value={fields.key}
                onChange={(event) => change({ key: event.currentTarget.value })}
              />
            </>
          )}
          {kind !== 'tianditu' && kind !== 'pmtiles-file' && (
            <TextInput
              className={classes.grow}
              label={t('links.address')}
              description={t(`links.address.${kind}`)}
              error={addressFault()}
              spellCheck={false}
              value={address}
              onChange={(event) => change({ address: event.currentTarget.value })}
            />
          )}
          {kind === 'xyz' && (
            <TextInput
              w={90}
              label={t('links.max-zoom')}
              inputMode="numeric"
              value={fields.maxZoom}
              onChange={(event) => change({ maxZoom: event.currentTarget.value })}
            />
          )}
        </div>
        <HostGate origin={kind === 'tianditu' ? drawn : asked} form={form} />
        {isOffered && (
          <div>
            <Button
              loading={busy}
              disabled={asked === null || !mayAsk(asked)}
              onClick={() => void during(askService)}
            >
              {t('links.read-service')}
            </Button>
          </div>
        )}
        {kind === 'pmtiles-file' && (
          <div>
            <FileButton accept=".pmtiles" onChange={(file) => file && void during(() => openFile(file))}>
              {(props) => (
                <Button {...props} loading={busy}>
                  {t('links.choose-pmtiles')}
                </Button>
              )}
            </FileButton>
          </div>
        )}
        {offer && <OfferChoice offer={offer} fields={fields} onChange={change} />}
        {drawn !== null && drawn !== asked && kind !== 'tianditu' && <HostGate origin={drawn} form={form} />}
        <div className={classes.fields}>
          <TextInput
            className={classes.grow}
            label={t('links.name')}
            placeholder={draft?.title ?? ''}
            value={fields.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <TextInput
            className={classes.grow}
            label={t('links.attribution')}
            placeholder={draft?.attribution ?? ''}
            value={fields.attribution}
            onChange={(event) => change({ attribution: event.currentTarget.value })}
          />
        </div>
        {kind !== 'tianditu' && (
          <Checkbox
            size="xs"
            checked={fields.isGcj02}
            label={t('links.gcj02')}
            description={t('links.gcj02.text')}
            onChange={(event) => change({ isGcj02: event.currentTarget.checked })}
          />
        )}
        {outcome && (
          <div className={outcome.ok ? classes.text : classes.alert} role={outcome.ok ? 'status' : 'alert'}>
            {say(outcome.said)}
          </div>
        )}
        <div className={classes.actions}>
          <Button
            loading={busy}
            disabled={!draft || !mayAsk(drawn)}
            onClick={() => draft && void during(() => tryIt(draft))}
          >
            {t('links.try')}
          </Button>
          <Button disabled={!draft || !mayAsk(drawn)} onClick={() => draft && add(draft)}>
            {t('links.add-it')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function layersOf(found: Offer): readonly string[] {
  if (found.kind === 'wmts') {
    return found.offer.layers.filter(({ choices }) => choices.length > 0).map(({ id }) => id);
  }
  return found.kind === 'wms' ? found.offer.layers.filter(({ crs }) => crs).map(({ name }) => name) : [];
}
