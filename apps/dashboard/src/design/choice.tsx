import { Link } from 'wouter';
import styles from './choice.module.css';

export interface Option {
  name: string;
  href: string;
  isChosen: boolean;
}

/** One of a few, each an address of its own, so that it can be bookmarked and taken back. */
export function Choice({ label, options }: { label: string; options: readonly Option[] }) {
  return (
    <nav aria-label={label} className={styles.choice}>
      {options.map(({ name, href, isChosen }) => (
        <Link key={name} href={href} aria-current={isChosen ? 'true' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
