import { displayText, fullDay } from '@clarity-keep/core';
import type { Annotation } from '../asking/answers.ts';
import styles from './what-was-done.module.css';

/** What was done to a page, day by day: the flags of its trend in words. */
export function WhatWasDone({ annotations }: { annotations: readonly Annotation[] }) {
  return (
    <>
      <ul className={styles.list} aria-label="What was done">
        {annotations.map(({ day, text }) => (
          <li key={`${day} ${text}`}>
            <span className={styles.day}>{fullDay(day)}</span> <span>{displayText(text)}</span>
          </li>
        ))}
      </ul>
      <p className="fine">
        Added with <code>clarity-keep annotate</code>. The weekly report says whether it worked.
      </p>
    </>
  );
}
