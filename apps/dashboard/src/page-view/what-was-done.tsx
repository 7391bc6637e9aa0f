import { displayText } from '@clarity-keep/core';
import { longDay } from '../format/days.ts';
import type { Annotation } from '../trend/annotation.ts';
import styles from './what-was-done.module.css';

/** What was done to a page, day by day: the flags of its trend in words. */
export function WhatWasDone({ annotations }: { annotations: readonly Annotation[] }) {
  return (
    <>
      <ul className={styles.list} aria-label="What was done">
        {annotations.map(({ day, text }) => (
          <li key={`${day} ${text}`}>
            <span className={styles.day}>{longDay(day)}</span> <span>{displayText(text)}</span>
          </li>
        ))}
      </ul>
      <p className="fine">
        Noted with <code>clarity-keep annotate</code>. The weekly report says whether it worked.
      </p>
    </>
  );
}
