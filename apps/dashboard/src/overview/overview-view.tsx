import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import type { Measure } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { ScrollDepthCard } from '../visitors/scroll-depth-card.tsx';
import { ReferrersCard } from '../visitors/referrers-card.tsx';
import { SiteTrendCard } from './site-trend-card.tsx';
import { TopPagesCard } from './top-pages-card.tsx';
import { FreshnessLine } from './freshness-line.tsx';
import styles from './overview.module.css';

/** What there is to see at a glance: the trend, the pages that frustrate most, devices and referrers. */
export function OverviewView({ measure }: { measure: Measure }) {
  const { period } = useAddress();
  const { project } = useProject();
  const input = { project, ...period };
  return (
    <>
      <ViewTitle title="Overview">
        <FreshnessLine />
      </ViewTitle>
      <SiteTrendCard input={input} measure={measure} />
      <TopPagesCard input={input} />
      <div className={styles.pair}>
        <ScrollDepthCard input={input} />
        <ReferrersCard input={input} limit={6} />
      </div>
    </>
  );
}
