import { NativeSelect } from '@mantine/core';
import { approximateNote } from '../../../store/import/crs-choices';
import type { ExportCrsChoices } from '../../../store/export/export-crs';
import { CrsText, SevenParametersField } from '../crs-fields';
import { LocalGridForm } from '../../shared/local-grid-form';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';
import dialogs from '../dialogs.module.css';
import layout from '../../shared/layout.module.css';

/** The reference system in which layers are written. */
export function CrsOptions({ groups, chosen, fault, isExact }: ExportCrsChoices) {
  const { t, say } = useText();
  const { layerExport } = useStores();
  const all = groups.flatMap(({ choices }) => choices);
  return (
    <>
      <div className={dialogs.fields}>
        <NativeSelect
          style={{ flex: '1 1 300px' }}
          label={t('export-layers.crs')}
          value={chosen.key}
          data={groups.map(({ code, choices }) => ({
            group: t(code),
            items: choices.map(({ key, name }) => ({ value: key, label: say(name) })),
          }))}
          onChange={(event) => {
            const choice = all.find(({ key }) => key === event.currentTarget.value);
            if (choice) layerExport.change({ crs: choice.crs, shift: null });
          }}
        />
        <CrsText
          placeholder={t('export-layers.crs-text')}
          onCrs={(crs) => layerExport.change({ crs, shift: null })}
        />
      </div>
      {!isExact && <span className={layout.dim}>{say(approximateNote(chosen.crs, say(chosen.name)))}</span>}
      {fault === 'needs-parameters' && (
        <SevenParametersField
          hint={t('export-layers.parameters-hint')}
          unshifted={t('export-layers.unshifted')}
          onShift={(shift) => layerExport.change({ shift })}
        />
      )}
      <details>
        <summary style={{ cursor: 'pointer' }}>{t('local-grid.open')}</summary>
        <LocalGridForm
          value={chosen.crs.kind === 'local-grid' ? chosen.crs.grid : null}
          onChange={(grid) => layerExport.change({ crs: { kind: 'local-grid', grid }, shift: null })}
        />
      </details>
    </>
  );
}
