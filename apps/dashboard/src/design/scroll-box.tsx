import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import styles from './scroll-box.module.css';

/** Room for something wider than a phone: it scrolls by itself, with the keyboard too. */
export function ScrollBox({
  label,
  showsEnd = false,
  children,
}: {
  label: string;
  /** Of days the last ones are looked for first. */
  showsEnd?: boolean;
  children: ReactNode;
}) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (showsEnd && box.current !== null) box.current.scrollLeft = box.current.scrollWidth;
  }, [showsEnd]);
  return (
    // A scrolling region that nothing in it can be focused in needs to be focused itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={box} className={styles.box} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
