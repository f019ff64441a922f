import { Loader, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useStore } from 'zustand';
import { Note } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import dialogs from '../dialogs.module.css';
import classes from './export.module.css';
import { RemovalList } from './removal-list';

const AUDIENCES = ['internal', 'public'] as const;
const STEPS_M = [0, 1, 5, 10, 50, 100];

/** For whom the export is, and what the public edition leaves out. */
export function AudienceSettings() {
  const { t } = useText();
  const { layerExport } = useStores();
  const { audience, roundM, approvalNumber } = useStore(layerExport, ({ wish }) => wish);
  const id = useId();
  return (
    <section aria-labelledby={id} className={dialogs.stack}>
      <div>
        <h3 className={classes.heading} id={id}>
          {t('export-layers.audience')}
        </h3>
        <SegmentedControl
          aria-labelledby={id}
          value={audience}
          onChange={(chosen) => layerExport.change({ audience: chosen })}
          data={AUDIENCES.map((value) => ({ value, label: t(`export-layers.${value}`) }))}
        />
        <Note>{t(`export-layers.${audience}.text`)}</Note>
      </div>
      {audience === 'public' && (
        <>
          <div className={dialogs.fields}>
            <NativeSelect
              label={t('export-layers.round')}
              value={String(roundM)}
              data={STEPS_M.map((metres) => ({
                value: String(metres),
                label: metres === 0 ? t('export-layers.round-none') : t('export-layers.round-by', { metres }),
              }))}
              onChange={(event) => layerExport.change({ roundM: Number(event.currentTarget.value) })}
            />
            <TextInput
              className={dialogs.grow}
              label={t('export-layers.approval')}
              description={t('export-layers.approval-hint')}
              value={approvalNumber}
              maxLength={60}
              onChange={(event) => layerExport.change({ approvalNumber: event.currentTarget.value })}
            />
          </div>
          <SurveyBox />
        </>
      )}
    </section>
  );
}

/** What the public edition would leave out, counted. */
function SurveyBox() {
  const { t, say } = useText();
  const { layerExport } = useStores();
  const survey = useStore(layerExport, (state) => state.survey);
  return (
    <div className={classes.box} role="status">
      {survey.status === 'done' ? (
        <RemovalList
          removed={survey.removed}
          title={t('export-layers.survey')}
          empty={t('export-layers.survey-none')}
        />
      ) : survey.status === 'failed' ? (
        say(survey.failure)
      ) : (
        <>
          <Loader size={12} aria-hidden="true" /> {t('export-layers.survey-running')}
        </>
      )}
    </div>
  );
}
