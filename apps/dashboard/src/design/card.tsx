import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './card.module.css';

/** A part of a view with its heading, what can be chosen there, and its caveat. */
export function Card({
  title,
  aside,
  caveat,
  children,
}: {
  title: string;
  /** Beside the heading. */
  aside?: ReactNode;
  /** Below: which days the numbers are of, and how good they are. */
  caveat?: ReactNode;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading}>{title}</h2>
        {aside}
      </div>
      {children}
      {caveat}
    </section>
  );
}
