import { counted, dayRangeWithYear, fullDay } from '@clarity-keep/core';
import { useProject } from '../app/projects.ts';
import { ViewTitle } from '../app/view-title.tsx';
import { useAddress } from '../address/use-address.ts';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { StateLegend } from '../caveats/state-legend.tsx';
import { alikeBreakdowns } from './alike-breakdowns.ts';
import { BreakdownCalendar } from './breakdown-calendar.tsx';
import styles from './coverage.module.css';

/** The state of each day, for each breakdown. */
export function CoverageView() {
  const { project, oldestDay } = useProject();
  const { period } = useAddress();
  const query = useAnswer('coverage.calendar', (keep) => keep.coverage.calendar, {
    project,
    ...period,
  });
  return (
    <>
      <ViewTitle title="Coverage">
        <StateLegend />
      </ViewTitle>
      <Answer query={query} lines={16}>
        {({ window, rows }) => (
          <div className={styles.all}>
            <p className="fine">
              {dayRangeWithYear({ from: window.from, to: window.to })},{' '}
              {counted(window.days, 'day')} ({window.timeZone})
              {oldestDay !== null && window.from < oldestDay && (
                <>; no data before {fullDay(oldestDay)}</>
              )}
              . Clarity only provides the last three days: days that were not collected in time stay
              missing.
            </p>
            <div className={styles.calendars}>
              {alikeBreakdowns(rows.filter(({ day }) => day >= (oldestDay ?? ''))).map((alike) => (
                <BreakdownCalendar key={alike.breakdowns[0]} {...alike} />
              ))}
            </div>
          </div>
        )}
      </Answer>
    </>
  );
}
