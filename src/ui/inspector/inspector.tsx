import { useStore } from 'zustand';
import { isCollectionName } from '../../domain/layer';
import { featureOf } from '../../domain/plan';
import { EmptyState } from '../shared/section';
import { useStores } from '../shared/stores-context';
import { usePlan } from '../shared/use-plan';
import { useText } from '../shared/use-text';
import { ConflictInspector } from './conflict-inspector';
import { GoneInspector } from './gone-inspector';
import { InspectorFrame } from './inspector-frame';
import { ReferenceInspector } from './reference-inspector';
import { SiteInspector } from './site-inspector';

/** What is selected; nothing where nothing is. */
export function Inspector() {
  const { session, analysis, review } = useStores();
  const plan = usePlan();
  const selection = useStore(session, (state) => state.selection);
  const finding = useStore(analysis, (state) =>
    selection?.kind === 'conflict' ? (state.byId.get(selection.id) ?? null) : null,
  );
  const gone = useStore(review, (state) =>
    selection?.kind === 'conflict' ? (state.gone.get(selection.id) ?? null) : null,
  );
  if (!selection) return null;
  if (selection.kind === 'conflict') {
    if (finding) return <ConflictInspector key={selection.id} finding={finding} />;
    return gone ? <GoneInspector key={selection.id} conflict={selection.id} decision={gone} /> : <Gone />;
  }
  const { layer, id } = selection.ref;
  if (!isCollectionName(layer)) return <ReferenceInspector key={`${layer}/${id}`} feature={selection.ref} />;
  const record = featureOf(plan, layer, id);
  return record ? <SiteInspector key={`${layer}/${id}`} record={record} /> : <Gone />;
}

/** The selected conflict or feature is no more: solved, deleted, undone. */
function Gone() {
  const { t } = useText();
  return (
    <InspectorFrame title={t('inspector.gone')} sub="">
      <EmptyState title={t('inspector.gone')} text={t('inspector.gone.text')} />
    </InspectorFrame>
  );
}
