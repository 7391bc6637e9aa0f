import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { StateLegend } from '../caveats/state-legend.tsx';
import { Card } from '../design/card.tsx';
import { CallsTable } from './calls-table.tsx';
import { GapsNotes } from './gaps-notes.tsx';
import { LastDays } from './last-days.tsx';
import { StatusFacts } from './status-facts.tsx';
import styles from './status.module.css';

/** How the collection is doing, and what is left of the calls of today. */
export function StatusView() {
  const { project } = useProject();
  const query = useAnswer('status.get', (keep) => keep.status.get, { project });
  return (
    <>
      <ViewTitle title="Status" />
      <Answer query={query} lines={18}>
        {(status) => (
          <div className={styles.parts}>
            <Card title="Collection">
              <StatusFacts status={status} />
            </Card>
            <Card title="The last 28 days" caveat={<StateLegend />}>
              <LastDays days={status.days} />
            </Card>
            <Card title="Session counts that don't add up">
              <GapsNotes gaps={status.gaps} />
            </Card>
            <Card title="Latest calls">
              <CallsTable calls={status.calls} />
            </Card>
          </div>
        )}
      </Answer>
    </>
  );
}
