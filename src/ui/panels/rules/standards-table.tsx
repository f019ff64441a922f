import { Switch } from '@mantine/core';
import { setStandard } from '../../../commands/edit-rules';
import type { RulePack, Standard } from '../../../domain/rule';
import { CommitNumber } from '../../shared/commit-input';
import layout from '../../shared/layout.module.css';
import { BasisTags } from '../../shared/tag';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';

/** Service radii, site areas and the like: editable numbers with their sources. */
export function StandardsTable({ pack, standards }: { pack: RulePack; standards: readonly Standard[] }) {
  const { t, word } = useText();
  const stores = useStores();
  const nameOf = ({ kind, stage }: Standard) => `${t(`standard.${kind}`)} · ${word('stage', stage)}`;
  const change = (standard: Standard, edit: { value?: number; enabled?: boolean }) =>
    setStandard(stores, pack.id, standard.id, edit);
  return (
    <table className={layout.table}>
      <thead>
        <tr>
          <th scope="col">{t('rules.on')}</th>
          <th scope="col">{t('rules.standard')}</th>
          <th scope="col">{t('rules.value')}</th>
          <th scope="col">{t('rules.source')}</th>
        </tr>
      </thead>
      <tbody>
        {standards.map((standard) => (
          <tr key={standard.id}>
            <td>
              <Switch
                size="xs"
                checked={standard.enabled ?? true}
                aria-label={t('rules.enable', { rule: nameOf(standard) })}
                onChange={(event) => change(standard, { enabled: event.currentTarget.checked })}
              />
            </td>
            <th scope="row">{nameOf(standard)}</th>
            <td>
              <CommitNumber
                w={104}
                aria-label={nameOf(standard)}
                value={standard.value}
                unit={t(`standard.${standard.kind}.unit`)}
                max={standard.kind === 'coverage' ? 1 : 100_000}
                onCommit={(value) => value !== null && change(standard, { value })}
              />
            </td>
            <td>
              <div className={layout.row}>
                <span>
                  {standard.basis.code} {standard.basis.clause}
                </span>
                <BasisTags basis={standard.basis} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
