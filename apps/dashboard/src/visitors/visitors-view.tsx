import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import { useAddress } from '../address/use-address.ts';
import { ReferrersCard } from './referrers-card.tsx';
import { ScrollDepthCard } from './scroll-depth-card.tsx';
import { SourcesCard } from './sources-card.tsx';
import styles from './visitors.module.css';

/** Where visitors come from, and how far they get. */
export function VisitorsView() {
  const { period } = useAddress();
  const { project } = useProject();
  const input = { project, ...period };
  return (
    <>
      <ViewTitle title="Visitors" />
      <div className={styles.pair}>
        <ScrollDepthCard input={input} />
        <ReferrersCard input={input} />
      </div>
      <SourcesCard input={input} />
    </>
  );
}
