import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { message } from '../../../domain/message';
import { parseCrs, type ExportCrsChoices } from '../../../store/export/export-crs';
import { parseSevenParameters } from '../../../store/import/crs-choices';
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
        <CrsText />
      </div>
      {!isExact && (
        <span className={layout.dim}>{say(message('crs-approximate', { crs: say(chosen.name) }))}</span>
      )}
      {fault === 'needs-parameters' && <Parameters />}
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

/** A system by its EPSG code or definition. */
function CrsText() {
  const { t } = useText();
  const { layerExport } = useStores();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const take = () => {
    if (text.trim() === '') return;
    const crs = parseCrs(text);
    setWrong(crs === null);
    if (!crs) return;
    setText('');
    layerExport.change({ crs, shift: null });
  };
  return (
    <TextInput
      w={190}
      label={t('source.crs-text')}
      placeholder={t('export-layers.crs-text')}
      value={text}
      error={isWrong && t('cli.unknown-crs', { option: t('source.crs-text'), value: text })}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}

/** Of an older datum: the user's own parameters, or their word that there are none. */
function Parameters() {
  const { t } = useText();
  const { layerExport } = useStores();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const take = () => {
    if (text.trim() === '') return;
    const shift = parseSevenParameters(text);
    setWrong(shift === null);
    if (shift) layerExport.change({ shift });
  };
  return (
    <div className={dialogs.fields}>
      <TextInput
        className={dialogs.grow}
        autoComplete="off"
        label={t('source.parameters')}
        description={t('export-layers.parameters-hint')}
        value={text}
        error={isWrong && t('source.parameters-wrong')}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      <Button style={{ alignSelf: 'flex-end' }} onClick={() => layerExport.change({ shift: 'unshifted' })}>
        {t('export-layers.unshifted')}
      </Button>
    </div>
  );
}
