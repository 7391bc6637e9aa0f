import { integer, deviceName, percent } from '@clarity-keep/core';
import { useProject } from '../app/projects.ts';
import { Answer } from '../asking/answer.tsx';
import type { WindowInput } from '../asking/use-answer.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { CoverageLine } from '../caveats/coverage-line.tsx';
import { EmptyNote } from '../caveats/empty-note.tsx';
import { Bar } from '../design/bar.tsx';
import { Card } from '../design/card.tsx';
import { Known } from '../design/unknown.tsx';
import styles from './visitors.module.css';

/** How far people scroll, per device. */
export function ScrollDepthCard({ input }: { input: WindowInput }) {
  const { oldestDay } = useProject();
  const query = useAnswer('devices.scrollDepth', (keep) => keep.devices.scrollDepth, input);
  return (
    <Card
      title="How far people scroll"
      caveat={query.data && <CoverageLine frame={query.data} oldestDay={oldestDay} />}
    >
      <Answer query={query} lines={5}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <EmptyNote frame={answer} text="No visits on the days with data." />
          ) : (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Device</th>
                  <th scope="col" className="number">
                    Sessions
                  </th>
                  <th scope="col" className="number">
                    Scroll depth
                  </th>
                </tr>
              </thead>
              <tbody>
                {answer.rows.map(({ device, sessions, scrollDepth }) => (
                  <tr key={device}>
                    <th scope="row" className={styles.name}>
                      {deviceName(device)}
                    </th>
                    <td className="number">{integer(sessions)}</td>
                    <td className={`number ${styles.wide}`}>
                      <Known value={scrollDepth} as={percent} />
                      <Bar share={(scrollDepth ?? 0) / 100} tone="accent" />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
    </Card>
  );
}
