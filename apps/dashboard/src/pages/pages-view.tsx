import type { Ranking } from '@clarity-keep/core';
import { counted } from '@clarity-keep/core';
import { Link } from 'wouter';
import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import type { PageLimit } from '../address/address.ts';
import { pageLimits, rankings } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { CoverageLine } from '../caveats/coverage-line.tsx';
import { Card } from '../design/card.tsx';
import { Choice } from '../design/choice.tsx';
import { PagesList } from './pages-list.tsx';

const rankingNames: Record<Ranking, string> = {
  impact: 'Impact',
  rate: 'Rate',
  signals: 'Rage + dead clicks',
};

/** Which pages frustrate visitors most, in one of three orders. */
export function PagesView({ rank, limit }: { rank: Ranking; limit: PageLimit }) {
  const { project, oldestDay } = useProject();
  const { period, hrefOfView } = useAddress();
  const query = useAnswer('pages.frustration', (keep) => keep.pages.frustration, {
    project,
    ...period,
    rank,
    limit,
  });
  const more = pageLimits.find((other) => other > limit);
  return (
    <>
      <ViewTitle title="Pages" />
      <Card
        title="Pages that frustrate visitors most"
        aside={
          <Choice
            label="Order"
            options={rankings.map((other) => ({
              name: rankingNames[other],
              href: hrefOfView({ path: '/pages', rank: other, limit }),
              isChosen: other === rank,
            }))}
          />
        }
      >
        <Answer query={query} lines={16}>
          {(answer) => (
            <>
              <PagesList
                answer={answer}
                rank={rank}
                caveat={<CoverageLine frame={answer} oldestDay={oldestDay} />}
              />
              {answer.rows.length === limit && (
                <p className="fine">
                  The first {counted(limit, 'page')}.{' '}
                  {more === undefined ? (
                    'The server returns no more than this at once.'
                  ) : (
                    <Link href={hrefOfView({ path: '/pages', rank, limit: more })}>
                      Show up to {counted(more, 'page')}
                    </Link>
                  )}
                </p>
              )}
            </>
          )}
        </Answer>
      </Card>
    </>
  );
}
