import { textOf } from '../../src/domain/feature';
import type { Message } from '../../src/domain/message';
import { createSite } from '../../src/domain/operations/create-site';
import { featuresOf } from '../../src/domain/plan';
import type { RunningStores } from '../../src/store/create-app-stores';

/** Adds a school to the open project, as one transaction of 李工. */
export function addSchool(stores: RunningStores, name: string): void {
  const { plan } = stores;
  const diff = createSite(plan.getState().plan, {
    collection: 'schools',
    geometry: { type: 'Point', coordinates: [106.001, 31.601] },
    properties: { name },
  });
  if (!diff.ok) throw new Error(diff.error.code);
  const done = plan.transact(diff.value, {
    label: { code: 'op.create-school', params: { name } },
    actor: '李工',
  });
  if (!done.ok) throw new Error(done.error.code);
}

/** Names of all schools of the open project. */
export const names = ({ plan }: RunningStores): (string | undefined)[] =>
  featuresOf(plan.getState().plan, 'schools').map(({ feature }) => textOf(feature, 'name'));

/** What the user was told, in order. */
export const codes = ({ session }: RunningStores): string[] =>
  session.getState().notices.map(({ message }) => message.code);

/** Of the transaction that undo would take back. */
export const lastLabel = ({ plan }: RunningStores): Message | undefined =>
  plan.getState().history.past.at(-1)?.label;
