import type { Schedule } from '@clarity-keep/environment';
import { execStartText, systemdText, systemdWord } from '../../terminal/command-line-text.ts';
import type { Installation } from './installation.ts';
import type { Job } from '@clarity-keep/collection';
import { jobs, timesOfJob } from '@clarity-keep/collection';

/** Optional: for secrets that should not be in the directory. */
const ENVIRONMENT_FILE = '/etc/clarity-keep.env';

const descriptions: Record<Job, string> = {
  collect: 'Clarity Keep: the daily collection',
  report: 'Clarity Keep: the weekly report',
};

/** A service and a timer per job, by the names of their files. */
export function systemdUnits(
  schedule: Schedule,
  installation: Installation,
): Record<string, string> {
  return Object.fromEntries(
    jobs.flatMap((job) => [
      [`clarity-keep-${job}.service`, service(installation, job)],
      [`clarity-keep-${job}.timer`, timer(schedule, job)],
    ]),
  );
}

/** When a job runs, as systemd writes it. `systemd-analyze calendar` explains it. */
export function calendarText(schedule: Schedule, job: Job): string {
  const { reportOn, timeZone } = schedule;
  const { first, last, minute } = timesOfJob(schedule, job);
  const hours = [...new Set([first, last])].map(twoDigits).join('..');
  const weekday = `${reportOn.slice(0, 1).toUpperCase()}${reportOn.slice(1, 3)} `;
  return `${job === 'report' ? weekday : ''}*-*-* ${hours}:${twoDigits(minute)}:00 ${timeZone}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function service({ directory, databaseFolder, user, ...commands }: Installation, job: Job): string {
  const writable = [directory, ...(databaseFolder === null ? [] : [databaseFolder])];
  return lines(
    '[Unit]',
    `Description=${descriptions[job]}`,
    'Wants=network-online.target',
    `After=network-online.target${job === 'report' ? ' clarity-keep-collect.service' : ''}`,
    '',
    '[Service]',
    'Type=oneshot',
    ...(user === null ? [] : [`User=${user}`]),
    `WorkingDirectory=${systemdText(directory)}`,
    '# The program reads .env in that directory itself. This file is optional and overrides it.',
    `EnvironmentFile=-${ENVIRONMENT_FILE}`,
    `ExecStart=${execStartText(commands[job])}`,
    'TimeoutStartSec=30min',
    'UMask=0077',
    '# It writes nothing but its database.',
    'ProtectSystem=strict',
    'ProtectHome=read-only',
    `ReadWritePaths=${writable.map(systemdWord).join(' ')}`,
    'PrivateTmp=true',
    'PrivateDevices=true',
    'NoNewPrivileges=true',
    'CapabilityBoundingSet=',
    'LockPersonality=true',
    'ProtectClock=true',
    'ProtectControlGroups=true',
    'ProtectHostname=true',
    'ProtectKernelLogs=true',
    'ProtectKernelModules=true',
    'ProtectKernelTunables=true',
    'RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX',
    'RestrictNamespaces=true',
    'RestrictRealtime=true',
    'RestrictSUIDSGID=true',
    'SystemCallArchitectures=native',
  );
}

function timer(schedule: Schedule, job: Job): string {
  return lines(
    '[Unit]',
    `Description=${descriptions[job]}, on time`,
    '',
    '[Timer]',
    `OnCalendar=${calendarText(schedule, job)}`,
    '# Runs missed while the machine was off are caught up on at the next start.',
    'Persistent=true',
    '# A few minutes off the hour, but the same time every day.',
    'RandomizedDelaySec=5min',
    'FixedRandomDelay=true',
    '',
    '[Install]',
    'WantedBy=timers.target',
  );
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}
