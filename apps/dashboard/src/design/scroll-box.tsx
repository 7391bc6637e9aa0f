import type { ReactNode } from 'react';
import styles from './scroll-box.module.css';

/** Room for something wider than a phone: it scrolls by itself, with the keyboard too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // A scrolling region that nothing in it can be focused in needs to be focused itself.
    <div className={styles.box} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
