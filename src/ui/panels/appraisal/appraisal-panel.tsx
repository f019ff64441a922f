import { Button, Loader, Switch, Tooltip } from '@mantine/core';
import { IconDeviceFloppy, IconPrinter, IconX } from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { Appraisal } from '../../../domain/appraisal';
import layout from '../../shared/layout.module.css';
import { EmptyState, Note } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { Tag } from '../../shared/tag';
import { useCommand } from '../../shared/use-command';
import { useText } from '../../shared/use-text';
import { LandFacts } from './land-facts';
import { LandSearch } from './land-search';
import { PlacesSection } from './places-section';
import { RulesSection } from './rules-section';
import { SchoolsSection } from './schools-section';
import { StartAppraisal } from './start-appraisal';
import { landName } from './land-name';

/** 核查: one parcel or proposal against every loaded rule. */
export function AppraisalPanel() {
  const { t, say } = useText();
  const { appraisal: store } = useStores();
  const { status, appraisal, failure } = useStore(store);
  if (status === 'none') return <StartAppraisal />;
  return (
    <div className={layout.fill}>
      <div className={layout.toolbar}>
        <LandSearch />
        <Button ml="auto" leftSection={<IconX size={14} aria-hidden="true" />} onClick={() => store.close()}>
          {t('appraisal.close')}
        </Button>
      </div>
      <div className={`${layout.grow} ${layout.scroll}`} aria-busy={status === 'computing'}>
        {status === 'missing' && (
          <EmptyState title={t('appraisal.missing')} text={t('appraisal.missing.text')} />
        )}
        {status === 'failed' && failure && <EmptyState title={say(failure)} />}
        {appraisal ? (
          <Result appraisal={appraisal} />
        ) : (
          status === 'computing' && (
            <EmptyState title={t('overview.computing')}>
              <Loader size="sm" />
            </EmptyState>
          )
        )}
      </div>
    </div>
  );
}

function Result({ appraisal }: { appraisal: Appraisal }) {
  const { t, formats } = useText();
  return (
    <>
      <div className={layout.toolbar}>
        <strong>{landName(appraisal, formats)}</strong>
        {appraisal.target.kind === 'proposal' && <Tag tone="info">{t('appraisal.proposal')}</Tag>}
        <span style={{ flex: 1 }} />
        <PageSwitch name="external" />
        <PageSwitch name="appendix" />
        {appraisal.target.kind === 'proposal' && <KeepButton />}
        <PrintButton />
      </div>
      <LandFacts appraisal={appraisal} />
      <RulesSection appraisal={appraisal} />
      <SchoolsSection appraisal={appraisal} />
      <PlacesSection appraisal={appraisal} />
      <div style={{ padding: '0 12px 12px' }}>
        <Note>{t('appraisal.subtitle')}</Note>
      </div>
    </>
  );
}

/** A way in which the page is wanted. */
function PageSwitch({ name }: { name: 'external' | 'appendix' }) {
  const { t } = useText();
  const { appraisal: store } = useStores();
  const checked = useStore(store, (state) => state[name]);
  return (
    <Tooltip label={t(`appraisal.${name}.hint`)} multiline w={260}>
      <div>
        <Switch
          size="xs"
          label={t(`appraisal.${name}`)}
          checked={checked}
          onChange={(event) => store.setState({ [name]: event.currentTarget.checked })}
        />
      </div>
    </Tooltip>
  );
}

function KeepButton() {
  const { t } = useText();
  const { run } = useCommand('keep-proposal');
  return (
    <Button leftSection={<IconDeviceFloppy size={14} aria-hidden="true" />} onClick={run}>
      {t('appraisal.keep')}
    </Button>
  );
}

function PrintButton() {
  const { t } = useText();
  const { run, disabled } = useCommand('print-appraisal');
  return (
    <Button
      leftSection={<IconPrinter size={14} aria-hidden="true" />}
      disabled={disabled !== null}
      onClick={run}
    >
      {t('appraisal.print')}
    </Button>
  );
}
