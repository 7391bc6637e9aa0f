import { nameText, pageLabel } from '@clarity-keep/core';
import { Link } from 'wouter';
import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import type { Measure } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { CoverageLine } from '../caveats/coverage-line.tsx';
import { isNothingKnown } from '../caveats/frame.ts';
import { Card } from '../design/card.tsx';
import { Note } from '../design/note.tsx';
import { Trend } from '../trend/trend.tsx';
import { AgainstSite } from './against-site.tsx';
import { PageFacts } from './page-facts.tsx';
import { PerDevice } from './per-device.tsx';
import { WhatWasDone } from './what-was-done.tsx';
import styles from './page-view.module.css';

/** One page: in short, against the site, per device, from day to day. */
export function PageView({ page, measure }: { page: string; measure: Measure }) {
  const { project, oldestDay } = useProject();
  const { period, hrefOfView } = useAddress();
  const query = useAnswer('pages.detail', (keep) => keep.pages.detail, {
    project,
    ...period,
    page,
  });
  return (
    <>
      <ViewTitle title={pageLabel(page, hostOf(page))}>
        <p className={styles.address}>{nameText(page)}</p>
        <p className="fine">
          <Link href={hrefOfView({ path: '/pages', rank: 'impact', limit: 25 })}>All pages</Link>
        </p>
      </ViewTitle>
      <Answer query={query} lines={20}>
        {(answer) => {
          const caveat = <CoverageLine frame={answer} oldestDay={oldestDay} />;
          const { pageTotals } = answer;
          return (
            <div className={styles.parts}>
              {pageTotals === null ? (
                <Note kind="empty">
                  <p>
                    {isNothingKnown(answer)
                      ? 'No page data was collected for these days.'
                      : 'No visits on the days with data.'}
                  </p>
                  {caveat}
                </Note>
              ) : (
                <>
                  <PageFacts
                    totals={pageTotals}
                    siteSessions={answer.site.sessions}
                    caveat={caveat}
                  />
                  <div className={styles.pair}>
                    <Card title="Compared with all pages" caveat={caveat}>
                      <AgainstSite signals={pageTotals.signals} site={answer.site.signals} />
                    </Card>
                    <Card
                      title="By device"
                      caveat={
                        <CoverageLine
                          frame={{ ...answer, coverage: answer.deviceCoverage }}
                          oldestDay={oldestDay}
                        />
                      }
                    >
                      <PerDevice devices={answer.devices} />
                    </Card>
                  </div>
                </>
              )}
              <Card title="This page, day by day">
                <Trend
                  rows={answer.rows}
                  measure={measure}
                  annotations={answer.annotations}
                  hrefOf={(other) => hrefOfView({ path: '/page', page, measure: other })}
                  caveat={caveat}
                />
              </Card>
              {answer.annotations.length > 0 && (
                <Card title="Changes to this page" caveat={caveat}>
                  <WhatWasDone annotations={answer.annotations} />
                </Card>
              )}
            </div>
          );
        }}
      </Answer>
    </>
  );
}

function hostOf(page: string): string | null {
  return URL.parse(page)?.host ?? null;
}
