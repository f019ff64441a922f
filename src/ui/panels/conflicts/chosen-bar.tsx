import { Button } from '@mantine/core';
import { cannotEdit } from '../../../commands/reasons';
import { withIdentity } from '../../../commands/review';
import layout from '../../shared/layout.module.css';
import { useStores } from '../../shared/stores-context';
import { useText } from '../../shared/use-text';

/** How many conflicts are chosen, and what can be done to all of them. */
export function ChosenBar({ chosen, onClear }: { chosen: ReadonlySet<string>; onClear: () => void }) {
  const { t, say, formats } = useText();
  const stores = useStores();
  if (chosen.size === 0) return null;
  const fault = cannotEdit(stores);
  const decide = () =>
    stores.session.setState({
      dialog: { kind: 'bulk-decision', conflicts: Array.from(chosen), done: onClear },
    });
  return (
    <div className={layout.toolbar}>
      <span role="status">{t('review.selected', { n: formats.number(chosen.size) })}</span>
      <Button
        variant="filled"
        disabled={fault !== null}
        title={fault ? say(fault) : undefined}
        onClick={() => withIdentity(stores, decide)}
      >
        {t('review.bulk')}
      </Button>
      <Button onClick={onClear}>{t('review.select-none')}</Button>
    </div>
  );
}
