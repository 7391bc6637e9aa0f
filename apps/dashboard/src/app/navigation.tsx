import { Link } from 'wouter';
import type { View } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import styles from './header.module.css';

const entries: { name: string; view: View; below?: View['path'] }[] = [
  { name: 'Overview', view: { path: '/', measure: 'sessions' } },
  { name: 'Pages', view: { path: '/pages', rank: 'impact', limit: 25 }, below: '/page' },
  { name: 'Visitors', view: { path: '/visitors' } },
  { name: 'Coverage', view: { path: '/coverage' } },
  { name: 'Reports', view: { path: '/reports' }, below: '/report' },
  { name: 'Status', view: { path: '/status' } },
];

/** The views, of the same project and days. */
export function Navigation() {
  const { view: current, hrefOfView } = useAddress();
  return (
    <nav aria-label="Views" className={styles.views}>
      {entries.map(({ name, view, below }) => {
        const isCurrent = current.path === view.path;
        const isWithin = isCurrent || current.path === below;
        return (
          <Link
            key={name}
            href={hrefOfView(view)}
            aria-current={isCurrent ? 'page' : isWithin ? 'true' : undefined}
          >
            {name}
          </Link>
        );
      })}
    </nav>
  );
}
