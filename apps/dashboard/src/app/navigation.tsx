import { Link } from 'wouter';
import type { View } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import styles from './header.module.css';

const entries: { name: string; view: View; below?: readonly View['path'][] }[] = [
  { name: 'Overview', view: { path: '/', measure: 'sessions' } },
  { name: 'Pages', view: { path: '/pages', rank: 'impact', limit: 25 }, below: ['/page'] },
  { name: 'Visitors', view: { path: '/visitors' } },
  { name: 'Coverage', view: { path: '/coverage' } },
  { name: 'Reports', view: { path: '/reports' }, below: ['/report', '/digest'] },
  { name: 'Status', view: { path: '/status' } },
];

const NONE: readonly View['path'][] = [];

/** The views, of the same project and days. */
export function Navigation() {
  const { view: current, hrefOfView } = useAddress();
  return (
    <nav aria-label="Views" className={styles.views}>
      {entries.map(({ name, view, below = NONE }) => {
        const isCurrent = current.path === view.path;
        const isWithin = isCurrent || below.includes(current.path);
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
