import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Skeleton } from '../design/skeleton.tsx';
import { TroubleNote } from './trouble-note.tsx';
import styles from './answer.module.css';

/** An answer, or while it loads or has failed, a note that says so. */
export function Answer<Data>({
  query,
  lines,
  children,
}: {
  query: UseQueryResult<Data>;
  /** About how many lines the answer takes, so that nothing jumps when it comes. */
  lines: number;
  children: (data: Data) => ReactNode;
}) {
  const { data, error, isPlaceholderData, isFetching } = query;
  if (error !== null && (data === undefined || !isFetching)) {
    return <TroubleNote error={error} />;
  }
  if (data === undefined) return <Skeleton lines={lines} />;
  return (
    <div aria-busy={isPlaceholderData} className={styles.answer}>
      {children(data)}
    </div>
  );
}
