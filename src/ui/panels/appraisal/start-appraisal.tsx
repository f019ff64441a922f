import { Button, FileButton } from '@mantine/core';
import { IconFileImport, IconKeyboard, IconPolygon } from '@tabler/icons-react';
import layout from '../../shared/layout.module.css';
import { EmptyState } from '../../shared/section';
import { useStores } from '../../shared/stores-context';
import { useDraw } from '../../shared/use-draw';
import { useText } from '../../shared/use-text';
import { LandSearch } from './land-search';

const GEOJSON_FILES = '.geojson,.json,application/geo+json,application/json';

/** Ways to say what land is to be appraised. */
export function StartAppraisal() {
  const { t } = useText();
  const { session, appraisal } = useStores();
  const draw = useDraw();
  const type = () => {
    draw('parcels', 'polygon');
    session.setState({ dialog: { kind: 'coordinates' } });
  };
  return (
    <div className={layout.fill}>
      <div className={layout.toolbar}>
        <LandSearch />
      </div>
      <EmptyState title={t('appraisal.start')} text={t('appraisal.start.text')}>
        <Button
          leftSection={<IconPolygon size={14} aria-hidden="true" />}
          onClick={() => draw('parcels', 'polygon')}
        >
          {t('appraisal.draw')}
        </Button>
        <FileButton accept={GEOJSON_FILES} onChange={(file) => file && void appraisal.takeFile(file)}>
          {(props) => (
            <Button {...props} leftSection={<IconFileImport size={14} aria-hidden="true" />}>
              {t('appraisal.import')}
            </Button>
          )}
        </FileButton>
        <Button leftSection={<IconKeyboard size={14} aria-hidden="true" />} onClick={type}>
          {t('appraisal.coordinates')}
        </Button>
      </EmptyState>
    </div>
  );
}
