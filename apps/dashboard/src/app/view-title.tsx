import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { takeFocus } from './route-focus.ts';
import styles from './view-title.module.css';

/** The heading of a view, where the focus goes when the view changes, and what goes with all of it. */
export function ViewTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus()) heading.current?.focus();
  }, []);
  return (
    <div className={styles.title}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
