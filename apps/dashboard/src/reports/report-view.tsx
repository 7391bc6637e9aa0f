import { Link } from 'wouter';
import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Note } from '../design/note.tsx';
import { weekText } from '../format/weeks.ts';
import { FrozenReport } from './frozen-report.tsx';

/** What one week's report said. */
export function ReportView({ week }: { week: string }) {
  const { project } = useProject();
  const { hrefOfView } = useAddress();
  const query = useAnswer('reports.get', (keep) => keep.reports.get, { project, week });
  return (
    <>
      <ViewTitle title={/^\d{4}-W\d{2}$/.test(week) ? weekText(week) : 'Report'}>
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
              This report was made by version 0.1, which kept its data in another form. It is not
              shown here; clarity-keep-report show prints it.
            </Note>
          )
        }
      </Answer>
    </>
  );
}
