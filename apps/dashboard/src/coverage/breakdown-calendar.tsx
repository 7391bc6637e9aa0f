import type { Breakdown } from '@clarity-keep/core';
import { statesShown } from '../caveats/frame.ts';
import { StateMark } from '../caveats/state-mark.tsx';
import { Card } from '../design/card.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { longDay, monthText, stretchTexts } from '../format/days.ts';
import { breakdownNames } from '../format/names.ts';
import { countText } from '../format/numbers.ts';
import type { KnownDay } from './by-breakdown.ts';
import { inWeeks } from './in-weeks.ts';
import styles from './coverage.module.css';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The days of one breakdown: weeks side by side, with a mark a day, and the same in words. */
export function BreakdownCalendar({
  breakdown,
  days,
  oldestDay,
}: {
  breakdown: Breakdown;
  days: readonly KnownDay[];
  oldestDay: string | null;
}) {
  const name = breakdownNames[breakdown];
  const weeks = inWeeks(days);
  const isBefore = (day: string) => oldestDay !== null && day < oldestDay;
  return (
    <Card title={name} caveat={<InWords days={days.filter(({ day }) => !isBefore(day))} />}>
      <ScrollBox label={`${name}, day by day`}>
        <table className={styles.calendar}>
          <thead>
            <tr>
              <td />
              {weeks.map((week, index) => (
                <th key={keyOf(week)} scope="col">
                  <span className={styles.month}>{monthAbove(weeks, index)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weekdays.map((weekday, row) => (
              <tr key={weekday}>
                <th scope="row">{weekday}</th>
                {weeks.map((week) => {
                  const found = week[row] ?? null;
                  if (found === null || isBefore(found.day)) return <td key={keyOf(week)} />;
                  return (
                    <td key={keyOf(week)} title={`${longDay(found.day)}: ${found.state}`}>
                      <StateMark state={found.state} />
                      <span className="visually-hidden">
                        {longDay(found.day)}: {found.state}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Card>
  );
}

/** How many days are in which state, and which those are that are not complete. */
function InWords({ days }: { days: readonly KnownDay[] }) {
  return (
    <ul className={styles.words}>
      {statesShown.map((state) => {
        const found = days.filter((one) => one.state === state).map(({ day }) => day);
        if (found.length === 0) return null;
        return (
          <li key={state}>
            {countText(found.length)} {state}
            {state !== 'complete' && <>: {stretchTexts(found).join(', ')}</>}
          </li>
        );
      })}
    </ul>
  );
}

function keyOf(week: readonly (KnownDay | null)[]): string {
  return week.find((day) => day !== null)?.day ?? '';
}

/** The name of a month above the first of its weeks. */
function monthAbove(weeks: readonly (KnownDay | null)[][], index: number): string {
  const month = monthText(keyOf(weeks[index] ?? []));
  const isFirst = index === 0 || monthText(keyOf(weeks[index - 1] ?? [])) !== month;
  return isFirst ? month : '';
}
