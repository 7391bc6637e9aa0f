import { displayText, minuteUtc } from '@clarity-keep/core';
import { CoverageLine } from '../caveats/coverage-line.tsx';
import { Card } from '../design/card.tsx';
import { Note } from '../design/note.tsx';
import { Recommendations } from './recommendations.tsx';
import type { ReportModel } from '../asking/answers.ts';
import { SiteWeek } from './site-week.tsx';
import { TopPages } from './top-pages.tsx';
import { WeekTrend } from './week-trend.tsx';
import styles from './reports.module.css';

const WEEK_DAYS = 7;

/** A report as it was frozen: numbers that came later are not in it. */
export function FrozenReport({ report, createdAt }: { report: ReportModel; createdAt: string }) {
  const { days, coverage, project, headline, pages, recommendations, fixes, missing } = report;
  const frame = {
    window: { ...days, days: WEEK_DAYS, timeZone: project.timeZone },
    coverage: coverage.week,
  };
  const pagesFrame = { ...frame, coverage: pages.coverage };
  return (
    <div className={styles.parts}>
      <Card
        title="The week in one sentence"
        caveat={<CoverageLine frame={frame} oldestDay={null} />}
      >
        <p className={styles.headline}>{displayText(headline.sentence)}</p>
        {missing.length > 0 && (
          <Note kind="caveat">
            <Sentences sentences={missing.map(({ sentence }) => sentence)} />
          </Note>
        )}
        <p className="fine">Made on {minuteUtc(createdAt)}; later data is not included.</p>
      </Card>
      {recommendations.length > 0 && (
        <Card title="What to do">
          <Recommendations recommendations={recommendations} />
        </Card>
      )}
      <Card
        title="Pages that frustrated people most"
        caveat={<CoverageLine frame={pagesFrame} oldestDay={null} />}
      >
        <TopPages pages={pages} />
      </Card>
      {fixes.length > 0 && (
        <Card title="Did your fixes work?">
          <Sentences sentences={fixes.map(({ sentence }) => sentence)} />
        </Card>
      )}
      <Card title="The whole site" caveat={<CoverageLine frame={frame} oldestDay={null} />}>
        <SiteWeek totals={report.totals} />
      </Card>
      <Card title="The last eight weeks">
        <WeekTrend trend={report.trend} />
      </Card>
    </div>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className={styles.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{displayText(sentence)}</li>
      ))}
    </ul>
  );
}
