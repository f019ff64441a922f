import type { Basis } from '../../../domain/rule';
import layout from '../../shared/layout.module.css';
import { BasisTags, Tag } from '../../shared/tag';
import { useText } from '../../shared/use-text';
import classes from './rules.module.css';

/** Where a rule or number comes from: document, clause, wording, region, and how far it was verified. */
export function Citation({ basis }: { basis: Basis }) {
  const { t, word } = useText();
  return (
    <div>
      <div className={layout.row}>
        <span>
          {basis.code}
          {basis.clause !== undefined && ` ${basis.clause}`}
        </span>
        <Tag tone="outline">{t(`basis.${basis.kind}`)}</Tag>
        <Tag tone="outline">{word('region', basis.region)}</Tag>
        <BasisTags basis={basis} />
      </div>
      {basis.text !== undefined && <blockquote className={classes.quote}>{basis.text}</blockquote>}
    </div>
  );
}
