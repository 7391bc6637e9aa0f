import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { Navigation } from './navigation.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { ProjectPicker } from './project-picker.tsx';
import type { Project } from './projects.ts';
import { ThemeToggle } from './theme-toggle.tsx';
import styles from './header.module.css';

/** Which project, which days, which view. */
export function Header({
  projects,
  current,
  onForgetKey,
}: {
  projects: readonly Project[];
  current: Project | null;
  /** Undefined where no key is kept. */
  onForgetKey: (() => void) | undefined;
}) {
  const { hrefOfView, view } = useAddress();
  // These two are of the collection as it is now, whatever days are looked at.
  const isOfDays = view.path !== '/status' && view.path !== '/reports' && view.path !== '/report';
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <Link href={hrefOfView({ path: '/', measure: 'sessions' })} className={styles.brand}>
          <img src="/favicon.svg" alt="" width="20" height="20" />
          Clarity Keep
        </Link>
        {projects.length > 0 && <ProjectPicker projects={projects} current={current} />}
        <div className={styles.settings}>
          {onForgetKey !== undefined && (
            <button type="button" className={styles.forget} onClick={onForgetKey}>
              Forget key
            </button>
          )}
          <ThemeToggle />
        </div>
      </div>
      {current !== null && (
        <div className={`${styles.line} ${styles.places}`}>
          <Navigation />
          {isOfDays && <PeriodPicker />}
        </div>
      )}
    </header>
  );
}
