import { useMemo } from 'react';
import { useStore } from 'zustand';
import { featuresOf, targetsOf } from '../../../domain/plan';
import layout from '../../shared/layout.module.css';
import { EmptyState, Note, Section } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { usePlan } from '../../shared/use-plan';
import { useText } from '../../shared/use-text';
import { CoverageTable } from './coverage-table';
import { EditTargets, TargetsButton } from './edit-targets';
import { DeficitTable } from './deficit-table';
import { OfficeTable } from './office-table';
import { ProgrammeTable } from './programme-table';
import { programmeLines, siteTable, tabledProgrammes } from '../../../domain/site-counts';
import { ResidentsNote } from './residents-note';
import { StockTable } from './stock-table';

const NO_DISTRICTS: Readonly<Record<string, string | null>> = {};

/** 总览: targets against sited, what is still to be sited, stock, coverage and deficits. */
export function OverviewPanel() {
  const { t, word } = useText();
  const plan = usePlan();
  const analysis = useStore(useStores().analysis, (state) => state.analysis);
  const schools = useMemo(() => featuresOf(plan, 'schools'), [plan]);
  const targets = targetsOf(plan);
  const lines = programmeLines(targets, analysis?.deficits ?? null);
  const programmes = [...new Set(lines.map(({ programme }) => programme))];
  return (
    <div className={layout.scroll}>
      {tabledProgrammes(targets).map((programme) => (
        <Section
          key={programme}
          title={word('programme', programme)}
          aside={<EditTargets words={t('overview.sited-target')} />}
        >
          <OfficeTable table={siteTable(targets, programme, schools, analysis?.districtOf ?? NO_DISTRICTS)} />
        </Section>
      ))}
      {programmes.map((programme) => (
        <Section
          key={programme}
          title={word('programme', programme)}
          aside={<EditTargets words={t('overview.programme.aside')} />}
        >
          <ProgrammeTable lines={lines.filter((line) => line.programme === programme)} />
        </Section>
      ))}
      {targets.length === 0 && (
        <EmptyState title={t('overview.no-targets')} text={t('overview.no-targets.text')}>
          <TargetsButton />
        </EmptyState>
      )}
      <Section title={t('overview.stock')} aside={t('unit.in-sites')}>
        {schools.length > 0 ? <StockTable schools={schools} /> : <Note>{t('schools.none')}</Note>}
      </Section>
      <Section title={t('overview.coverage')} aside={t('overview.coverage.aside')}>
        {analysis && analysis.coverage.length > 0 ? (
          <>
            <CoverageTable rows={analysis.coverage} />
            <ResidentsNote rows={analysis.coverage} />
          </>
        ) : (
          <Note>{t(analysis ? 'overview.coverage.none' : 'overview.computing')}</Note>
        )}
        <Note>{t('catchment.not-a-district')}</Note>
      </Section>
      <Section
        title={t('overview.deficits')}
        aside={analysis ? t('unit.items', { n: analysis.deficits.length }) : undefined}
      >
        {analysis && analysis.deficits.length > 0 ? (
          <DeficitTable deficits={analysis.deficits} />
        ) : (
          <Note>{t(analysis ? 'overview.deficits.none' : 'overview.computing')}</Note>
        )}
      </Section>
    </div>
  );
}
