// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NO_FINDINGS } from '../../../src/domain/analysis';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

async function withConflicts(restrict: number, dialog: 'export' | 'export-layers') {
  const { stores } = await renderScreen();
  const { analysis, byId } = stores.analysis.getState();
  if (!analysis) throw new Error('nothing was computed');
  act(() => {
    stores.analysis.replace({ ...analysis, counts: { ...NO_FINDINGS, restrict } }, byId);
    stores.layerExport.change({ layers: ['conflicts'], format: 'xlsx' });
    stores.session.setState({ dialog: { kind: dialog } });
  });
  const frame = await screen.findByRole('dialog');
  return { stores, frame: within(frame) };
}

describe('more conflicts than Excel has rows', () => {
  it('are not offered as a workbook, and the reason is said', async () => {
    const { stores, frame } = await withConflicts(1_048_576, 'export-layers');
    const run = () => frame.getByRole('button', { name: '导出' });
    expect(run()).toHaveProperty('disabled', true);
    expect(frame.getByText('“冲突”的行数超过 XLSX 的上限；请用其他格式。')).toBeDefined();
    act(() => stores.layerExport.change({ format: 'csv' }));
    expect(run()).toHaveProperty('disabled', false);
  });

  it('are told before the table is written', async () => {
    const { frame } = await withConflicts(1_048_576, 'export');
    expect(frame.getByText(/^共 1,048,576 行。.*最多只显示 1,048,575 行/)).toBeDefined();
  });
});

describe('as many conflicts as Excel has rows beside the head', () => {
  it('are offered', async () => {
    const { frame } = await withConflicts(1_048_575, 'export-layers');
    fireEvent.click(frame.getByRole('button', { name: '导出' }));
    expect(screen.queryByText(/超过 XLSX 的上限/)).toBeNull();
  });

  it('are not spoken of', async () => {
    const { frame } = await withConflicts(1_048_575, 'export');
    expect(frame.queryByText(/^共 /)).toBeNull();
    expect(frame.getByText('可直接用 Excel 打开，中文不乱码。')).toBeDefined();
  });
});
