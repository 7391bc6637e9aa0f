import type { DayState } from '@clarity-keep/core';
import { StateMark } from '../caveats/state-mark.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import { longDay } from '../format/days.ts';
import styles from './status.module.css';

const shown = { total: 'Site', page: 'Pages', source_medium: 'Sources' } as const;

type Shown = keyof typeof shown;

/** What is known of the last days: the site, its pages, its sources. */
export function LastDays({
  days,
}: {
  days: readonly { day: string; states: Record<Shown, DayState> }[];
}) {
  return (
    <ScrollBox label="Day by day, what is known" showsEnd>
      <table className={styles.days}>
        <thead>
          <tr>
            <td />
            {days.map(({ day }) => (
              <th key={day} scope="col" title={longDay(day)}>
                <span aria-hidden="true">{day.slice(8)}</span>
                <span className="visually-hidden">{longDay(day)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(shown).map(([breakdown, name]) => (
            <tr key={breakdown}>
              <th scope="row">{name}</th>
              {days.map(({ day, states }) => {
                const state = states[breakdown as Shown];
                return (
                  <td key={day} title={`${longDay(day)}: ${state}`}>
                    <StateMark state={state} />
                    <span className="visually-hidden">{state}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
