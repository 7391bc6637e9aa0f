import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { Navigation } from './navigation.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { ProjectPicker } from './project-picker.tsx';
import type { Project } from '../asking/answers.ts';
import { ThemeToggle } from './theme-toggle.tsx';
import styles from './header.module.css';

/** These are of the collection as it is now, or of a week that is past, whatever days are looked at. */
const WITHOUT_DAYS: ReadonlySet<string> = new Set(['/status', '/reports', '/report', '/digest']);

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
  const isOfDays = !WITHOUT_DAYS.has(view.path);
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
