import { Tabs } from '@mantine/core';
import { useText } from '../../shared/use-text';
import { DialogFrame } from '../dialog-frame';
import { AuditLog } from './audit-log';
import { StepList } from './step-list';

/** What was done: the steps that can be taken back, and the whole record. */
export function HistoryDialog() {
  const { t } = useText();
  return (
    <DialogFrame title={t('history.title')} size={860}>
      <Tabs defaultValue="steps" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="steps">{t('audit.tab.steps')}</Tabs.Tab>
          <Tabs.Tab value="log">{t('audit.tab.log')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="steps" pt={8}>
          <StepList />
        </Tabs.Panel>
        <Tabs.Panel value="log" pt={8}>
          <AuditLog />
        </Tabs.Panel>
      </Tabs>
    </DialogFrame>
  );
}
