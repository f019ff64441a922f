import type { ReactNode } from 'react';
import { numberOf, textOf, type GeoFeature } from '../../../domain/feature';
import type { Appraisal } from '../../../domain/appraisal';
import { isCodeScheme, landUseName } from '../../../domain/land-use';
import type { JsonValue } from '../../../domain/json';
import { AreaWords, Facts, Note, Section } from '../../shared/section';
import { useDistrictName } from '../../shared/use-plan';
import { useText, type Text } from '../../shared/use-text';
import { ProposalForm } from './proposal-form';

/** What the land is: as its file says, or to be filled in for a proposal. */
export function LandFacts({ appraisal }: { appraisal: Appraisal }) {
  const { t } = useText();
  const isProposal = appraisal.target.kind === 'proposal';
  const place = usePlaceFacts(appraisal);
  const stated = useStatedFacts(appraisal);
  return (
    <Section title={t('appraisal.facts')}>
      {isProposal && <ProposalForm feature={appraisal.feature} />}
      <Facts items={isProposal ? place : [...stated, ...place]} />
      {usesOf(appraisal.feature).length === 0 && <Note>{t('appraisal.no-use')}</Note>}
    </Section>
  );
}

type Fact = readonly [name: string, value: ReactNode];

/** What the land says of itself. */
export function useStatedFacts({ feature }: Appraisal): readonly Fact[] {
  const text = useText();
  const { t, word, formats } = text;
  const kind = textOf(feature, 'kind');
  const number = (name: string, decimals: number) => {
    const value = numberOf(feature, name);
    return value === undefined ? null : formats.number(value, decimals);
  };
  return [
    [t('field.land-use'), usesOf(feature).length > 0 ? namedUses(text, feature) : null],
    [t('property.kind'), kind === undefined ? null : word('land-kind', kind)],
    [t('property.far'), number('far', 2)],
    [t('property.heightM'), number('heightM', 1)],
    [t('property.households'), number('households', 0)],
  ];
}

/** What follows from where it lies. */
export function usePlaceFacts({ feature, areaM2, districtId, ownSchools }: Appraisal): readonly Fact[] {
  const { t, formats } = useText();
  const districtName = useDistrictName();
  const documented = numberOf(feature, 'areaDocM2');
  return [
    [t('field.area'), <AreaWords key="area" areaM2={areaM2} />],
    [t('field.area-documented'), documented === undefined ? null : formats.squareMetres(documented)],
    [t('field.district'), districtName(districtId) ?? t('field.outside-districts')],
    [
      t('appraisal.own'),
      ownSchools.length > 0
        ? t('appraisal.own.text', { names: ownSchools.map(({ name }) => name).join(t('list.comma')) })
        : null,
    ],
  ];
}

/** Land-use codes with their names, by the land's own scheme. */
function namedUses({ pick, formats }: Text, feature: GeoFeature): string {
  const scheme = textOf(feature, 'codeScheme');
  const named = usesOf(feature).map((code) => {
    const name = isCodeScheme(scheme) ? landUseName(scheme, code) : null;
    return name ? `${code} ${pick(name)}` : code;
  });
  const uses = named.join(' / ');
  return scheme === undefined ? uses : formats.aside(uses, scheme);
}

function usesOf(feature: GeoFeature): readonly string[] {
  const single = feature.properties?.landUse;
  const mixed = feature.properties?.landUses;
  const codes = Array.isArray(mixed) ? mixed.flatMap(codeIn) : [];
  return [...new Set([...codes, ...codeIn(single ?? null)])];
}

function codeIn(use: JsonValue): string[] {
  if (typeof use === 'number') return [String(use)];
  if (typeof use === 'string') return use === '' ? [] : [use];
  return use !== null && !Array.isArray(use) && typeof use === 'object' ? codeIn(use.code ?? null) : [];
}
