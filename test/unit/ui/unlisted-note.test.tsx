// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NO_FINDINGS } from '../../../src/domain/analysis';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

describe('more findings than are listed', () => {
  it('are said in plain words, and counted whole everywhere', async () => {
    const { stores } = await renderScreen();
    const { analysis, byId } = stores.analysis.getState();
    if (!analysis) throw new Error('nothing was computed');
    const counts = { ...NO_FINDINGS, prohibit: 3, restrict: 812_345 };
    act(() => {
      stores.session.setState({ panel: 'conflicts' });
      stores.analysis.replace({ ...analysis, counts }, byId);
    });
    const note = await screen.findByText(/共发现 812,348 处/);
    expect(note.textContent).toContain(`最严重的 ${analysis.findings.length} 处`);
    expect(screen.getAllByText('限制 812345')).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: '到规则面板' }));
    expect(stores.session.getState().panel).toBe('rules');
  });

  it('are not spoken of where all are listed', async () => {
    const { stores } = await renderScreen();
    act(() => stores.session.setState({ panel: 'conflicts' }));
    await screen.findByText('发现的冲突');
    expect(screen.queryByText(/共发现/)).toBeNull();
  });
});
