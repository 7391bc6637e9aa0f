import styles from './skeleton.module.css';

/** Room for an answer that is on its way. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <output className={styles.skeleton}>
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} aria-hidden="true" />
      ))}
    </output>
  );
}
