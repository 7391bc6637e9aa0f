import type { ReactNode } from 'react';
import styles from './note.module.css';

/** Said in place of, or beside, numbers. */
export function Note({
  kind,
  children,
}: {
  kind: 'error' | 'empty' | 'caveat';
  children: ReactNode;
}) {
  return (
    <div className={styles[kind]} role={kind === 'error' ? 'alert' : undefined}>
      {children}
    </div>
  );
}
