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
    '# CRON_TZ is understood by cronie (Fedora, RHEL, Arch) and holds for all lines below it.',
    `CRON_TZ=${timeZone}`,
    ...jobs.map((job) => line(cronPattern(schedule, job), job)),
    '',
    '# The crons of Debian, Ubuntu, Alpine and macOS ignore CRON_TZ and go by the clock of the machine.',
    `# Where that shows the time of ${timeZone}, the lines above are right as they are.`,
    ...(timeZone === 'UTC'
      ? ['# Anywhere else, write their hours in the time of the machine.', '']
      : [
          '# Where it shows UTC, take these instead, without the first character:',
          ...inUtc.flatMap(({ patterns, job }) => patterns.map((one) => `#${line(one, job)}`)),
          ...(late === 0
            ? []
            : [
                `# They do not know summer time: they are never early, and up to ${late} minutes late.`,
              ]),
          '',
        ]),
  ].join('\n');
}
