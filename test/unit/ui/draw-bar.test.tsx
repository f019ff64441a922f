// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { featureOf } from '../../../src/domain/plan';
import { giveElementsSize, renderScreen } from '../../builders/screen';

beforeAll(giveElementsSize);
afterEach(cleanup);

async function editing() {
  const { stores } = await renderScreen();
  const geometry = featureOf(stores.plan.getState().plan, 'schools', 'S-0001')!.feature.geometry;
  act(() =>
    stores.session.setState({
      tool: { mode: 'edit', collection: 'schools', id: 'S-0001' },
      sketch: { geometry, vertices: 4 },
    }),
  );
  return within(screen.getByRole('region', { name: '编辑边界' }));
}

describe('the draw bar', () => {
  it('tells of a site that is edited as it is, before anything is moved', async () => {
    const bar = await editing();
    expect(bar.getByText('4 个顶点')).toBeDefined();
    expect(bar.getByText(/亩/)).toBeDefined();
    expect(bar.getByText('江北')).toBeDefined();
    expect(bar.queryByText('正在计算…')).toBeNull();
  });

  it('offers to undo an edit, which is done when the hand lets go, and not to cancel it', async () => {
    const bar = await editing();
    expect(bar.getByRole('button', { name: '撤销' })).toHaveProperty('disabled', true);
    expect(bar.queryByRole('button', { name: '取消' })).toBeNull();
  });
});
