import { Link } from 'wouter';
import { useProject } from '../app/projects.ts';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import type { WindowInput } from '../asking/use-answer.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { CoverageLine } from '../caveats/coverage-line.tsx';
import { Card } from '../design/card.tsx';
import { PagesList } from '../pages/pages-list.tsx';

const TOP = 5;

/** The pages that frustrate visitors most, in short. */
export function TopPagesCard({ input }: { input: WindowInput }) {
  const { oldestDay } = useProject();
  const { hrefOfView } = useAddress();
  const query = useAnswer('pages.frustration', (keep) => keep.pages.frustration, {
    ...input,
    rank: 'impact' as const,
    limit: TOP,
  });
  return (
    <Card
      title="Pages that frustrate visitors most"
      aside={
        <Link href={hrefOfView({ path: '/pages', rank: 'impact', limit: 25 })}>All pages</Link>
      }
    >
      <Answer query={query} lines={TOP + 2}>
        {(answer) => (
          <PagesList
            answer={answer}
            rank="impact"
            caveat={<CoverageLine frame={answer} oldestDay={oldestDay} />}
          />
        )}
      </Answer>
    </Card>
  );
}
