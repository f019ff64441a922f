import { Fragment, useId, type ReactNode } from 'react';
import classes from './layout.module.css';
import { useText } from './use-text';

/** A headed part of a panel. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle} id={id}>
          {title}
        </h2>
        {aside !== undefined && <div className={classes.sectionAside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

export function Note({ children }: { children: ReactNode }) {
  return <p className={classes.note}>{children}</p>;
}

/** What is shown where there is nothing: what that means, and what can be done. */
export function EmptyState({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      <p className={classes.emptyTitle}>{title}</p>
      {text !== undefined && <p className={classes.emptyText}>{text}</p>}
      {children !== undefined && <div className={classes.emptyActions}>{children}</div>}
    </div>
  );
}

/** Names and values, one pair a line; pairs without a value are left out. */
export function Facts({ items }: { items: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {items.map(([name, value]) =>
        value === null || value === undefined ? null : (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** A share 0–1 as a bar; the number stands beside it in words. */
export function ShareBar({ share }: { share: number }) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;
  return (
    <div className={classes.bar} aria-hidden="true">
      <div className={classes.barFill} style={{ width }} />
    </div>
  );
}

/** An area in m², 亩 and ha; each stays on one line. */
export function AreaWords({ areaM2 }: { areaM2: number | null }) {
  const { formats } = useText();
  if (areaM2 === null) return <>{formats.squareMetres(null)}</>;
  const words = [formats.squareMetres(areaM2), formats.mu(areaM2), formats.hectares(areaM2)];
  return (
    <>
      {words.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' · '}
          <span className={classes.nowrap}>{part}</span>
        </Fragment>
      ))}
    </>
  );
}
