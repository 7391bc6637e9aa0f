import type { Schedule } from '@clarity-keep/environment';
import { crontabText, shellText, shellWord } from '../../terminal/command-line-text.ts';
import type { Installation } from './installation.ts';
import type { Job } from '@clarity-keep/collection';
import { cronPattern, jobs } from '@clarity-keep/collection';
import { utcPatterns } from './utc-patterns.ts';

/** Lines for `crontab -e`: with CRON_TZ, and as comments for the crons that do not know it. */
export function crontab(schedule: Schedule, installation: Installation, now: Date): string {
  const { timeZone } = schedule;
  const line = (pattern: string, job: Job) =>
    `${pattern.padEnd(14)} ${crontabText(`cd ${shellWord(installation.directory)} && ${shellText(installation[job])}`)}`;
  const inUtc = jobs.map((job) => ({ job, ...utcPatterns(schedule, job, now) }));
  const late = Math.max(...inUtc.map(({ lateMinutes }) => lateMinutes));
  return [
    '# Clarity Keep: add these lines with "crontab -e".',
    '# CRON_TZ works with cronie (Fedora, RHEL, Arch) and applies to all lines below it.',
    `CRON_TZ=${timeZone}`,
    ...jobs.map((job) => line(cronPattern(schedule, job), job)),
    '',
    "# Cron on Debian, Ubuntu, Alpine and macOS ignores CRON_TZ and uses the machine's time zone.",
    `# If that is ${timeZone}, the lines above are right as they are.`,
    ...(timeZone === 'UTC'
      ? ["# Otherwise, change the hours to the machine's time.", '']
      : [
          '# If it is UTC, use these instead, without the first character:',
          ...inUtc.flatMap(({ patterns, job }) => patterns.map((one) => `#${line(one, job)}`)),
          ...(late === 0
            ? []
            : [`# They ignore daylight saving time: never early, up to ${late} minutes late.`]),
          '',
        ]),
  ].join('\n');
}
