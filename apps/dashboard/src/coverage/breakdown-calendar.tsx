import {
  breakdownName,
  capitalised,
  dayStateName,
  dayStretches,
  fullDay,
  integer,
  shownDayStates,
} from '@clarity-keep/core';
import { StateMark } from '../caveats/state-mark.tsx';
import { Card } from '../design/card.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import type { AlikeBreakdowns, KnownDay } from './alike-breakdowns.ts';
import { inWeeks } from './in-weeks.ts';
import { monthLabels } from './month-labels.ts';
import styles from './coverage.module.css';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The days of breakdowns that are alike: weeks side by side, with a mark a day, and the same in words. */
export function BreakdownCalendar({ breakdowns, days }: AlikeBreakdowns) {
  const name = breakdowns.map((breakdown) => capitalised(breakdownName(breakdown))).join(', ');
  const weeks = inWeeks(days);
  const firstDays = weeks.map((week) => week.find((day) => day !== null)?.day ?? '');
  const months = monthLabels(firstDays);
  return (
    <Card title={name} caveat={<InWords days={days} />}>
      <ScrollBox label={`${name}, day by day`} showsEnd>
        <table className={styles.calendar}>
          <thead>
            <tr>
              <td />
              {firstDays.map((first, index) => (
                <th key={first} scope="col">
                  <span className="visually-hidden">Week of {fullDay(first)}</span>
                  <span className={styles.month} aria-hidden="true">
                    {months[index]}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((weekday, row) => (
              <tr key={weekday}>
                <th scope="row">{weekday}</th>
                {weeks.map((week, index) => (
                  <DayCell key={firstDays[index]} found={week[row] ?? null} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Card>
  );
}

function DayCell({ found }: { found: KnownDay | null }) {
  if (found === null) return <td />;
  const words = `${fullDay(found.day)}: ${dayStateName(found.state)}`;
  return (
    <td title={words} data-state={found.state}>
      <StateMark state={found.state} />
      <span className="visually-hidden">{words}</span>
    </td>
  );
}

/** How many days are in which state, and which those are that are not complete. */
function InWords({ days }: { days: readonly KnownDay[] }) {
  return (
    <ul className={styles.words}>
      {shownDayStates.map((state) => {
        const found = days.filter((one) => one.state === state).map(({ day }) => day);
        if (found.length === 0) return null;
        return (
          <li key={state}>
            {integer(found.length)} {dayStateName(state)}
            {state !== 'complete' && <>: {dayStretches(found).join(', ')}</>}
          </li>
        );
      })}
    </ul>
  );
}
