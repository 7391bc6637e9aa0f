import { useProject } from '../app/projects.ts';
import { Link } from 'wouter';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import type { WindowInput } from '../asking/use-answer.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { CoverageLine } from '../caveats/coverage-line.tsx';
import { EmptyNote } from '../caveats/empty-note.tsx';
import { Card } from '../design/card.tsx';
import { ReferrersTable } from './referrers-table.tsx';

/** Who sends visitors, and how many of them leave at once where that can be known. */
export function ReferrersCard({
  input,
  limit,
}: {
  input: WindowInput;
  /** Only so many, with the way to all of them. */
  limit?: number;
}) {
  const { oldestDay } = useProject();
  const { hrefOfView } = useAddress();
  const query = useAnswer('referrers.bounceRate', (keep) => keep.referrers.bounceRate, input);
  return (
    <Card
      title="Referrers"
      aside={
        limit !== undefined && <Link href={hrefOfView({ path: '/visitors' })}>All visitors</Link>
      }
      caveat={query.data && <CoverageLine frame={query.data} oldestDay={oldestDay} />}
    >
      <Answer query={query} lines={(limit ?? 9) + 1}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <EmptyNote
              frame={answer}
              text="No referrer brought enough visits on the days with data."
            />
          ) : (
            <ReferrersTable rows={answer.rows.slice(0, limit)} />
          )
        }
      </Answer>
    </Card>
  );
}
