import { breakdownName, capitalised, dayStateName, fullDay } from '@clarity-keep/core';
import type { Status } from '../asking/answers.ts';
import { StateMark } from '../caveats/state-mark.tsx';
import { ScrollBox } from '../design/scroll-box.tsx';
import styles from './status.module.css';

const shown = ['total', 'page', 'source_medium'] as const;

/** What is known of the last days: the site, its pages, its sources. */
export function LastDays({ days }: Pick<Status, 'days'>) {
  return (
    <ScrollBox label="Coverage, day by day" showsEnd>
      <table className={styles.days}>
        <thead>
          <tr>
            <td />
            {days.map(({ day }) => (
              <th key={day} scope="col" title={fullDay(day)}>
                <span aria-hidden="true">{day.slice(8)}</span>
                <span className="visually-hidden">{fullDay(day)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((breakdown) => (
            <tr key={breakdown}>
              <th scope="row">{capitalised(breakdownName(breakdown))}</th>
              {days.map(({ day, states }) => {
                const state = dayStateName(states[breakdown]);
                return (
                  <td key={day} title={`${fullDay(day)}: ${state}`}>
                    <StateMark state={states[breakdown]} />
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
