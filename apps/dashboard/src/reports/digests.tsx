import { useAnswer } from '../asking/use-answer.ts';
import { Card } from '../design/card.tsx';
import { IssueList } from './issue-list.tsx';

/** More than two years of them. */
const ASKED = { digest: true, limit: 120 };

/** The digests of all projects; whoever has none, or may not know of all projects, sees nothing of it. */
export function Digests() {
  const { data } = useAnswer('reports.list', (keep) => keep.reports.list, ASKED);
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Card title="Digests of all projects, as they were sent">
      <IssueList rows={data.rows} path="/digest" />
    </Card>
  );
}
