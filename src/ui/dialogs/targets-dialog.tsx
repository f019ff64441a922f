import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { setTargets } from '../../commands/edit';
import { targetsOf } from '../../domain/plan';
import { STAGES } from '../../domain/stage';
import type { Target } from '../../domain/target';
import { stageOrder } from '../../domain/site-counts';
import { Note } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { usePlan } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { DialogFrame } from './dialog-frame';
import classes from './dialogs.module.css';
import {
  commonTerm,
  draftOf,
  isCount,
  isYear,
  targetsOfDraft,
  USUAL_PROGRAMMES,
  USUAL_STAGES,
  type ProgrammeTerms,
} from './target-grid';
import { TargetTable } from './target-table';

/** 规划目标: how many sites each programme wants, by district and stage, as one undoable change. */
export function TargetsDialog() {
  const { t, word } = useText();
  const stores = useStores();
  const { session } = stores;
  const targets = targetsOf(usePlan());
  const [draft, setDraft] = useState(() => draftOf(targets));
  const [added, setAdded] = useState<readonly string[]>([]);
  const programmes = [...new Set([...USUAL_PROGRAMMES, ...targets.map(({ programme }) => programme)])];
  const [programme, setProgramme] = useState<string>(programmes[0] ?? '');
  const stages = [...new Set([...USUAL_STAGES, ...targets.map(({ stage }) => stage), ...added])].sort(
    stageOrder,
  );
  const terms = draft.terms[programme] ?? {};
  const setTerms = (change: ProgrammeTerms) =>
    setDraft({ ...draft, terms: { ...draft.terms, [programme]: { ...terms, ...change } } });
  const valid =
    Object.values(draft.cells).every(isCount) &&
    Object.values(draft.terms).every(({ horizonYear = '' }) => isYear(horizonYear));
  const close = () => session.setState({ dialog: null });
  const save = () => {
    if (valid && setTargets(stores, targetsOfDraft(targets, draft)).ok) close();
  };
  const basis = terms.basis ?? commonTerm(targets, programme, 'basis') ?? '';
  const year = terms.horizonYear ?? String(commonTerm(targets, programme, 'horizonYear') ?? '');
  return (
    <DialogFrame title={t('targets.title')} size={720}>
      <div className={classes.stack}>
        <p className={classes.text}>{t('targets.text')}</p>
        <SegmentedControl
          size="xs"
          aria-label={t('targets.programme')}
          value={programme}
          onChange={setProgramme}
          data={programmes.map((value) => ({ value, label: word('programme', value) }))}
        />
        <TargetTable
          programme={programme}
          stages={stages}
          targets={targets}
          cells={draft.cells}
          onChange={(key, text) => setDraft({ ...draft, cells: { ...draft.cells, [key]: text } })}
        />
        <div className={classes.fields}>
          <NativeSelect
            label={t('targets.basis')}
            value={basis}
            data={[
              ...(basis === '' ? [{ value: '', label: t('targets.basis.as-is') }] : []),
              { value: 'new', label: t('targets.basis.new') },
              { value: 'total', label: t('targets.basis.total') },
            ]}
            onChange={(event) => setTerms({ basis: event.currentTarget.value as Target['basis'] })}
          />
          <TextInput
            label={t('targets.year')}
            placeholder={t('targets.optional')}
            inputMode="numeric"
            value={year}
            error={isYear(year) ? undefined : t('targets.bad-year')}
            onChange={(event) => setTerms({ horizonYear: event.currentTarget.value })}
          />
          <TextInput
            className={classes.grow}
            label={t('targets.source')}
            placeholder={t('targets.optional')}
            value={terms.source ?? commonTerm(targets, programme, 'source') ?? ''}
            onChange={(event) => setTerms({ source: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('targets.add-stage')}
            value=""
            data={[
              { value: '', label: t('targets.choose-stage') },
              ...STAGES.filter((stage) => !stages.includes(stage)).map((stage) => ({
                value: stage,
                label: t(`stage.${stage}`),
              })),
            ]}
            onChange={(event) => setAdded([...added, event.currentTarget.value])}
          />
        </div>
        <Note>{t('targets.note')}</Note>
      </div>
      <div className={classes.actions}>
        <Button onClick={close}>{t('dialog.cancel')}</Button>
        <Button variant="filled" disabled={!valid} onClick={save}>
          {t('dialog.apply')}
        </Button>
      </div>
    </DialogFrame>
  );
}
