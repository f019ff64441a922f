import { Button } from '@mantine/core';
import { parseCrs, parseSevenParameters, type DatumShift } from '../../store/import/crs-choices';
import dialogs from './dialogs.module.css';
import { ReadField } from '../shared/read-field';
import { useText } from '../shared/use-text';

interface CrsTextProps {
  placeholder: string;
  onCrs: (crs: NonNullable<ReturnType<typeof parseCrs>>) => void;
}

/** A reference system by its EPSG code or definition. */
export function CrsText({ placeholder, onCrs }: CrsTextProps) {
  const { t } = useText();
  return (
    <ReadField
      w={190}
      label={t('source.crs-text')}
      placeholder={placeholder}
      read={parseCrs}
      onRead={onCrs}
      faultOf={(value) => t('crs-text-unknown', { value })}
      clears
    />
  );
}

interface ParametersProps {
  hint: string;
  unshifted: string;
  onShift: (shift: DatumShift) => void;
}

/** Of an older datum: the user's own parameters, or their word that there are none. */
export function SevenParametersField({ hint, unshifted, onShift }: ParametersProps) {
  const { t } = useText();
  return (
    <div style={{ flexBasis: '100%' }} className={dialogs.fields}>
      <ReadField
        className={dialogs.grow}
        autoComplete="off"
        label={t('source.parameters')}
        description={hint}
        read={parseSevenParameters}
        onRead={onShift}
        faultOf={() => t('source.parameters-wrong')}
      />
      <Button style={{ alignSelf: 'flex-end' }} onClick={() => onShift('unshifted')}>
        {unshifted}
      </Button>
    </div>
  );
}
