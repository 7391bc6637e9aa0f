import { useProject } from '../app/projects.ts';
import type { Measure } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import type { WindowInput } from '../asking/use-answer.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { CoverageLine } from '../caveats/coverage-line.tsx';
import { Card } from '../design/card.tsx';
import { Trend } from '../trend/trend.tsx';

/** How the whole site does from day to day. */
export function SiteTrendCard({ input, measure }: { input: WindowInput; measure: Measure }) {
  const { oldestDay } = useProject();
  const { hrefOfView } = useAddress();
  const query = useAnswer('trends.daily', (keep) => keep.trends.daily, input);
  return (
    <Card title="The whole site, day by day">
      <Answer query={query} lines={14}>
        {(answer) => (
          <Trend
            rows={answer.rows}
            measure={measure}
            hrefOf={(other) => hrefOfView({ path: '/', measure: other })}
            caveat={<CoverageLine frame={answer} oldestDay={oldestDay} />}
          />
        )}
      </Answer>
    </Card>
  );
}
