import styles from './bar.module.css';

/** A share 0..1 as a length, beside the number that says it. */
export function Bar({ share, tone }: { share: number; tone: 'accent' | 'heat' }) {
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles[tone]} style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
