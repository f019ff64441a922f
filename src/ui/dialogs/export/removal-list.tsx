import { REMOVALS, type Removed } from '../../../store/export/export-wish';
import { useText } from '../../shared/use-text';
import classes from './export.module.css';

/** What the public edition leaves out or changes, with counts. */
export function RemovalList({ removed, title, empty }: { removed: Removed; title?: string; empty: string }) {
  const { t, formats } = useText();
  const lines = REMOVALS.flatMap((removal) => {
    const count = removed[removal];
    return count === undefined
      ? []
      : [{ removal, text: t(`removal.${removal}`, { count: formats.number(count) }) }];
  });
  if (lines.length === 0) return <span>{empty}</span>;
  return (
    <>
      {title !== undefined && <span>{title}</span>}
      <ul className={classes.removals}>
        {lines.map(({ removal, text }) => (
          <li key={removal}>{text}</li>
        ))}
      </ul>
    </>
  );
}
