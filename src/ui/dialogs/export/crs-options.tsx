import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { message } from '../../../domain/message';
import { localGridCrs, parseCrs, type ExportCrsChoices } from '../../../store/export/export-crs';
import { parseSevenParameters } from '../../../store/import/crs-choices';
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
      <LocalGridForm />
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

const FIELDS = ['meridian', 'height', 'east', 'north'] as const;
type Field = (typeof FIELDS)[number];

/** An office's own grid. */
function LocalGridForm() {
  const { t } = useText();
  const { layerExport } = useStores();
  const [values, setValues] = useState<Readonly<Record<Field, string | number>>>({
    meridian: '',
    height: 0,
    east: 500_000,
    north: 0,
  });
  const numbers = FIELDS.map((field) => (values[field] === '' ? NaN : Number(values[field])));
  const [centralMeridian = NaN, heightM = NaN, falseEastingM = NaN, falseNorthingM = NaN] = numbers;
  const isWhole = numbers.every(Number.isFinite) && Math.abs(centralMeridian) <= 180;
  return (
    <details>
      <summary style={{ cursor: 'pointer' }}>{t('export-layers.local-grid')}</summary>
      <div className={dialogs.fields} style={{ marginTop: 6, alignItems: 'flex-end' }}>
        {FIELDS.map((field) => (
          <NumberInput
            key={field}
            w={140}
            hideControls
            label={t(`export-layers.${field}`)}
            value={values[field]}
            onChange={(value) => setValues({ ...values, [field]: value })}
          />
        ))}
        <Button
          disabled={!isWhole}
          onClick={() =>
            layerExport.change({
              crs: localGridCrs({ centralMeridian, heightM, falseEastingM, falseNorthingM }),
              shift: null,
            })
          }
        >
          {t('export-layers.use-grid')}
        </Button>
      </div>
      <span className={layout.dim}>{t('export-layers.local-grid-hint')}</span>
    </details>
  );
}
