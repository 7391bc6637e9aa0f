import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Card } from '../design/card.tsx';
import { Note } from '../design/note.tsx';
import { Digests } from './digests.tsx';
import { IssueList } from './issue-list.tsx';

/** More than two years of them. */
const LIMIT = 120;

/** The weekly reports that were sent, and the digests of all projects. */
export function ReportsView() {
  const { project } = useProject();
  const query = useAnswer('reports.list', (keep) => keep.reports.list, { project, limit: LIMIT });
  return (
    <>
      <ViewTitle title="Reports" />
      <Card title="Weekly reports, as they were sent">
        <Answer query={query} lines={8}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Note kind="empty">
                <p>
                  No reports sent yet. <code>clarity-keep-report send</code> mails the last complete
                  week and stores it here.
                </p>
              </Note>
            ) : (
              <IssueList rows={rows} path="/report" />
            )
          }
        </Answer>
      </Card>
      <Digests />
    </>
  );
}
