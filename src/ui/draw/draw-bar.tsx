import { Button, NativeSelect, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconKeyboard, IconX } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { featureOf } from '../../domain/plan';
import { STAGES } from '../../domain/stage';
import { STATUSES } from '../../domain/status';
import { SELECT_TOOL, type DrawnLayer, type Tool } from '../../store/session-store';
import { useStores } from '../shared/stores-context';
import { useCommand } from '../shared/use-command';
import { nameOf, usePlan } from '../shared/use-plan';
import { useDraw } from '../shared/use-draw';
import { useText } from '../shared/use-text';
import classes from './draw-bar.module.css';
import { LiveFacts } from './live-facts';

/** What is being drawn or edited: its properties, its measures and conflicts as the hand moves, and ways to end. */
export function DrawBar() {
  const { t } = useText();
  const { session } = useStores();
  const { tool, sketch, sketchControl, snapping } = useStore(
    session,
    useShallow((state) => ({
      tool: state.tool,
      sketch: state.sketch,
      sketchControl: state.sketchControl,
      snapping: state.snapping,
    })),
  );
  if (tool.mode === 'select') return null;
  const cancel = () => (sketchControl ? sketchControl.cancel() : session.setState({ tool: SELECT_TOOL }));
  return (
    <section className={classes.bar} aria-label={t(tool.mode === 'draw' ? 'draw.title' : 'draw.edit-title')}>
      {tool.mode === 'draw' ? <DrawFields tool={tool} /> : <EditTitle tool={tool} />}
      <Switch
        size="xs"
        mb={6}
        label={t('draw.snapping')}
        checked={snapping}
        onChange={(event) => session.setState({ snapping: event.currentTarget.checked })}
      />
      <LiveFacts />
      <div className={classes.buttons}>
        <Button
          variant="filled"
          leftSection={<IconCheck size={14} aria-hidden="true" />}
          disabled={!sketchControl || !sketch?.geometry}
          onClick={() => sketchControl?.finish()}
        >
          {t('draw.finish')}
        </Button>
        {tool.mode === 'edit' ? (
          // Every release of the hand is a change of its own: there is nothing to cancel, only to undo.
          <UndoButton />
        ) : (
          <>
            <Button
              leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
              disabled={!sketchControl || !sketch || sketch.vertices === 0}
              onClick={() => sketchControl?.undoVertex()}
            >
              {t('draw.undo-vertex')}
            </Button>
            <Button
              leftSection={<IconKeyboard size={14} aria-hidden="true" />}
              onClick={() => session.setState({ dialog: { kind: 'coordinates' } })}
            >
              {t('draw.type-coordinates')}
            </Button>
            <Button leftSection={<IconX size={14} aria-hidden="true" />} onClick={cancel}>
              {t('dialog.cancel')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function UndoButton() {
  const { label, disabled, run } = useCommand('undo');
  return (
    <Button
      leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
      disabled={disabled !== null}
      onClick={run}
    >
      {label}
    </Button>
  );
}

function EditTitle({ tool }: { tool: Extract<Tool, { mode: 'edit' }> }) {
  const { t } = useText();
  const record = featureOf(usePlan(), tool.collection, tool.id);
  return (
    <span style={{ alignSelf: 'center', flex: 1 }}>
      {t('draw.editing', { name: record ? nameOf(record) : tool.id })}
    </span>
  );
}

const DRAWN: readonly DrawnLayer[] = ['schools', 'reservations', 'parcels'];

function DrawFields({ tool }: { tool: Extract<Tool, { mode: 'draw' }> }) {
  const { t } = useText();
  const { session } = useStores();
  const draw = useDraw();
  const { collection, shape, properties } = tool;
  const valueOf = (property: string) => {
    const value = properties[property];
    return typeof value === 'string' ? value : '';
  };
  const set = (property: string, value: string) =>
    session.setState({ tool: { ...tool, properties: { ...properties, [property]: value } } });
  return (
    <>
      <NativeSelect
        w={104}
        label={t('draw.collection')}
        value={collection}
        data={DRAWN.map((name) => ({
          value: name,
          label: t(name === 'parcels' ? 'draw.proposal' : `layer.${name}`),
        }))}
        onChange={(event) => draw(event.currentTarget.value as DrawnLayer, 'polygon')}
      />
      {collection === 'schools' && (
        <SegmentedControl
          size="xs"
          aria-label={t('coordinates.shape')}
          value={shape}
          onChange={(value) => draw(collection, value, properties)}
          data={[
            { value: 'polygon', label: t('coordinates.polygon') },
            { value: 'point', label: t('coordinates.point') },
          ]}
        />
      )}
      {collection === 'schools' && (
        <NativeSelect
          w={104}
          label={t('field.stage')}
          value={valueOf('stage')}
          data={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
          onChange={(event) => set('stage', event.currentTarget.value)}
        />
      )}
      {collection !== 'parcels' && (
        <NativeSelect
          w={104}
          label={t('field.status')}
          value={valueOf('status')}
          data={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          onChange={(event) => set('status', event.currentTarget.value)}
        />
      )}
      <TextInput
        style={{ flex: '1 1 110px' }}
        label={t('field.name')}
        value={valueOf('name')}
        placeholder={t('draw.name-later')}
        onChange={(event) => set('name', event.currentTarget.value)}
      />
    </>
  );
}
