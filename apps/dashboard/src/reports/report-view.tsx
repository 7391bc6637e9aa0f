import { isIsoWeek, weekDatesWithYear } from '@clarity-keep/core';
import { Link } from 'wouter';
import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Note } from '../design/note.tsx';
import { FrozenReport } from './frozen-report.tsx';

/** What one week's report said. */
export function ReportView({ week }: { week: string }) {
  const { project } = useProject();
  const { hrefOfView } = useAddress();
  const query = useAnswer('reports.get', (keep) => keep.reports.get, { project, week });
  return (
    <>
      <ViewTitle title={isIsoWeek(week) ? `Report, ${weekDatesWithYear(week)}` : 'Report'}>
        <p className="fine">
          <Link href={hrefOfView({ path: '/reports' })}>All reports</Link>
        </p>
      </ViewTitle>
      <Answer query={query} lines={18}>
        {(issue) =>
          issue.kind === 'report' ? (
            <FrozenReport report={issue.report} createdAt={issue.createdAt} />
          ) : (
            <Note kind="empty">
              This report was made by version 0.1 and cannot be shown here. Run clarity-keep-report
              show to print it.
            </Note>
          )
        }
      </Answer>
    </>
  );
}
