import { counted, dayRangeWithYear } from '@clarity-keep/core';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { Period } from '../address/period.ts';
import { isSamePeriod, presetDays } from '../address/period.ts';
import { useAddress } from '../address/use-address.ts';
import { Choice } from '../design/choice.tsx';
import type { Project } from '../asking/answers.ts';
import { useProject } from './projects.ts';
import styles from './period-picker.module.css';

/** Which days are looked at: the last ones, or from one to another of the stored ones. */
export function PeriodPicker() {
  const { period, hrefOfPeriod } = useAddress();
  const project = useProject();
  const isPreset = presetDays.some((days) => isSamePeriod(period, { days }));
  return (
    <div className={styles.picker}>
      <Choice
        label="Days"
        options={presetDays.map((days) => ({
          name: `${days} days`,
          href: hrefOfPeriod({ days }),
          isChosen: isSamePeriod(period, { days }),
        }))}
      />
      {project.oldestDay !== null && project.newestDay !== null && (
        <CustomPeriod
          // Another period closes the form and fills it again.
          key={hrefOfPeriod(period)}
          period={period}
          oldestDay={project.oldestDay}
          newestDay={project.newestDay}
          isChosen={!isPreset}
        />
      )}
    </div>
  );
}

function CustomPeriod({
  period,
  oldestDay,
  newestDay,
  isChosen,
}: {
  period: Period;
  oldestDay: NonNullable<Project['oldestDay']>;
  newestDay: NonNullable<Project['newestDay']>;
  isChosen: boolean;
}) {
  const { hrefOfPeriod, goTo } = useAddress();
  const [from, setFrom] = useState('from' in period ? period.from : oldestDay);
  const [to, setTo] = useState('to' in period ? period.to : newestDay);
  const fromId = useId();
  const toId = useId();
  const apply = (event: FormEvent) => {
    event.preventDefault();
    goTo(hrefOfPeriod({ from, to }));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details
      className={styles.custom}
      onKeyDown={({ key, currentTarget }) => {
        if (key !== 'Escape') return;
        currentTarget.open = false;
        currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary data-chosen={isChosen}>{isChosen ? nameOf(period) : 'Other days'}</summary>
      <form className={styles.form} onSubmit={apply}>
        <label htmlFor={fromId}>From</label>
        <input
          id={fromId}
          type="date"
          required
          min={oldestDay}
          max={to < newestDay ? to : newestDay}
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
        <label htmlFor={toId}>To</label>
        <input
          id={toId}
          type="date"
          required
          min={from > oldestDay ? from : oldestDay}
          max={newestDay}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
        <p className="fine">Stored: {dayRangeWithYear({ from: oldestDay, to: newestDay })}</p>
        <button type="submit" className="button">
          Show
        </button>
      </form>
    </details>
  );
}

function nameOf(period: Period): string {
  return 'from' in period
    ? dayRangeWithYear({ from: period.from, to: period.to })
    : counted(period.days, 'day');
}
