import { NativeSelect } from '@mantine/core';
import { numberOf, textOf, type GeoFeature } from '../../../domain/feature';
import { CODE_SCHEMES, isCodeScheme, landUseCodes, landUseName } from '../../../domain/land-use';
import { CommitNumber, CommitText } from '../../shared/commit-input';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import classes from './appraisal.module.css';

/** What a proposal says of itself, to be filled in; each change is appraised at once. */
export function ProposalForm({ feature }: { feature: GeoFeature }) {
  const { t, pick } = useText();
  const { appraisal } = useStores();
  const stated = textOf(feature, 'codeScheme');
  const scheme = isCodeScheme(stated) ? stated : 'MNR2023';
  const use = textOf(feature, 'landUse') ?? '';
  const codes = landUseCodes(scheme);
  const set = (name: string, value: string | number | null) =>
    appraisal.describe({ [name]: value === '' || value === null ? undefined : value });
  const label = (code: string) => {
    const name = landUseName(scheme, code);
    return name ? `${code} ${pick(name)}` : code;
  };
  return (
    <div className={classes.form}>
      <CommitText
        size="xs"
        className={classes.wide}
        label={t('field.name')}
        value={textOf(feature, 'name') ?? ''}
        onCommit={(name) => set('name', name)}
      />
      <NativeSelect
        label={t('appraisal.scheme')}
        value={scheme}
        data={CODE_SCHEMES.map((each) => ({ value: each, label: t(`scheme.${each}`) }))}
        onChange={(event) =>
          appraisal.describe({ codeScheme: event.currentTarget.value, landUse: undefined })
        }
      />
      <NativeSelect
        label={t('appraisal.use')}
        value={use}
        data={[
          { value: '', label: t('reason.no-value') },
          ...(use !== '' && !codes.includes(use) ? [{ value: use, label: use }] : []),
          ...codes.map((code) => ({ value: code, label: label(code) })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          appraisal.describe({ codeScheme: scheme, landUse: value === '' ? undefined : value });
        }}
      />
      <CommitNumber
        size="xs"
        label={t('property.households')}
        clearable
        integer
        value={numberOf(feature, 'households') ?? null}
        onCommit={(value) => set('households', value)}
      />
      <CommitNumber
        size="xs"
        label={t('property.far')}
        clearable
        value={numberOf(feature, 'far') ?? null}
        onCommit={(value) => set('far', value)}
      />
    </div>
  );
}
