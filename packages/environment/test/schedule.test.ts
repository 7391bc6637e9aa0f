import { describe, expect, it } from 'vitest';
import { defaultSchedule, reportHours, reportLatestAtSetting } from '../src/index.ts';
import { parseConfiguration } from '../src/configuration-file/parse-configuration.ts';

describe('the hours in which the report is looked after', () => {
  it.each([
    ['07:30', '12:00', 7, 12],
    ['07:30', '12:30', 7, 12],
    ['07:30', '12:31', 7, 13],
    ['07:00', '12:00', 7, 12],
    ['07:30', '07:31', 7, 8],
    ['07:30', '07:30', 7, 7],
    ['18:00', '12:00', 18, 18],
    ['00:00', '23:00', 0, 23],
  ])('from %s until %s are %i to %i', (reportAt, reportLatestAt, first, last) => {
    const hours = reportHours({ ...defaultSchedule, reportAt, reportLatestAt });
    expect(hours).toEqual({ first, last, minute: Number(reportAt.slice(3)) });
  });
});

describe('a report that would go out after the last run of its day', () => {
  const fileWith = (schedule: object) => () =>
    parseConfiguration(JSON.stringify({ schedule, projects: [{ id: 'a' }] }), {
      path: 'clarity-keep.json',
      timeZone: undefined,
    });

  it('is refused in the file', () => {
    const times = { reportAt: '07:45', reportLatestAt: '23:50' };
    expect(fileWith(times)).toThrow(
      'schedule.reportLatestAt: The report is tried every hour from 07:45 on, the last time at 23:45: ' +
        'use 23:45 or earlier. The value is "23:50".',
    );
    expect(fileWith({ ...times, reportLatestAt: '23:45' })).not.toThrow();
    expect(fileWith({ reportAt: '23:59' })).not.toThrow();
  });

  it('is refused in the environment', () => {
    const problems = (text: string) =>
      reportLatestAtSetting.safeParse(text).error?.issues.map(({ message }) => message);
    expect(problems('23:31')).toEqual([expect.stringContaining('use 23:30 or earlier')]);
    expect(problems('noon')).toEqual(['must be a time such as 03:15']);
    expect(problems('23:30')).toBeUndefined();
  });
});
