import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { setProjectInfo } from '../../commands/edit';
import { projectOf } from '../../domain/plan';
import type { ProjectInfo } from '../../domain/project';
import { Facts, Note } from '../shared/section';
import { useServices } from '../shared/services';
import { useStores } from '../shared/stores-context';
import { usePlan } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';

const USUAL_CLASSIFICATIONS = ['internal', 'public'];
/** Stands for a word of the office's own in the list. */
const OWN = '\0own';

/** 项目信息: what the project says of itself, and where and how it measures. */
export function ProjectDialog() {
  const info = projectOf(usePlan());
  return info && <ProjectForm info={info} />;
}

/** A number as typed; NaN where it is none. */
function numberIn(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}

function ProjectForm({ info }: { info: ProjectInfo }) {
  const { t } = useText();
  const stores = useStores();
  const [name, setName] = useState(info.name);
  const [classification, setClassification] = useState(info.classification);
  const [isOwn, setIsOwn] = useState(!USUAL_CLASSIFICATIONS.includes(info.classification));
  const [tolerance, setTolerance] = useState(String(info.toleranceM));
  const [household, setHousehold] = useState(String(info.householdSize ?? ''));
  const close = () => stores.session.setState({ dialog: null });
  const save = () => {
    const done = setProjectInfo(stores, {
      name: name.trim(),
      classification: classification.trim(),
      toleranceM: numberIn(tolerance),
      householdSize: household.trim() === '' ? null : numberIn(household),
    });
    if (done.ok) close();
  };
  return (
    <DialogFrame title={t('project.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className={classes.stack}>
          <TextInput
            data-autofocus
            label={t('field.name')}
            value={name}
            error={name.trim() === '' ? t('field.required') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className={classes.fields}>
            <NativeSelect
              label={t('property.classification')}
              value={isOwn ? OWN : classification}
              data={[
                ...USUAL_CLASSIFICATIONS.map((value) => ({ value, label: t(`classification.${value}`) })),
                { value: OWN, label: t('project.own-classification') },
              ]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setIsOwn(value === OWN);
                setClassification(value === OWN ? '' : value);
              }}
            />
            {isOwn && (
              <TextInput
                className={classes.grow}
                label={t('project.classification-word')}
                value={classification}
                error={classification.trim() === '' ? t('field.required') : undefined}
                onChange={(event) => setClassification(event.currentTarget.value)}
              />
            )}
          </div>
          <TextInput
            label={t('project.tolerance')}
            description={t('project.tolerance.text')}
            inputMode="decimal"
            rightSection={<span aria-hidden="true">m</span>}
            value={tolerance}
            onChange={(event) => setTolerance(event.currentTarget.value)}
          />
          <TextInput
            label={t('project.household-size')}
            description={t('project.household-size.text')}
            placeholder={t('project.household-size.unset')}
            inputMode="decimal"
            value={household}
            onChange={(event) => setHousehold(event.currentTarget.value)}
          />
          <div>
            <Button onClick={() => stores.session.setState({ dialog: { kind: 'review-roles' } })}>
              {t('command.review-roles')}
            </Button>
          </div>
          <Frame info={info} />
        </div>
        <div className={classes.actions}>
          <Button onClick={close}>{t('dialog.cancel')}</Button>
          <Button variant="filled" type="submit">
            {t('dialog.apply')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}

function Frame({ info: { datum, frame } }: { info: ProjectInfo }) {
  const { t, formats } = useText();
  const { toGrid } = useServices();
  const grid = toGrid(frame.lon, frame.lat);
  return (
    <div>
      <Facts
        items={[
          [t('project.datum'), datum],
          [t('project.frame'), formats.degrees(frame.lon, frame.lat)],
          [
            t('project.grid'),
            t('inspector.grid.zone', { meridian: grid.centralMeridian, epsg: grid.epsg ?? '—' }),
          ],
        ]}
      />
      <Note>{t('project.frame.text')}</Note>
    </div>
  );
}
