import type { ExitCode } from '@clarity-keep/command-line';
import { exitCodes, jsonText } from '@clarity-keep/command-line';
import { DEFAULT_TOKEN_VARIABLE } from '@clarity-keep/environment';
import type { CliDeps } from '../../cli-deps.ts';
import { crontab } from './crontab.ts';
import { githubWorkflow } from './github-workflow.ts';
import { findInstallation } from './installation.ts';
import { loadSettings } from '../../settings/load-settings.ts';
import { systemdScript } from './systemd-script.ts';
import { systemdUnits } from './systemd-units.ts';
import type { ScheduleFormat, ScheduleOptions } from './command.ts';

interface Schedules {
  cron: string;
  systemd: Record<string, string>;
  github: string;
}

/** Prints what cron, systemd or GitHub needs to run both jobs on time. */
export async function runSchedule(deps: CliDeps, options: ScheduleOptions): Promise<ExitCode> {
  const { variables, environment, configuration } = loadSettings(deps);
  const { schedule, projects } = configuration;
  const installation = findInstallation(
    deps,
    { variables, databaseUrl: environment.DATABASE_URL },
    options,
  );
  const tokens = new Set(projects.map(({ tokenVariable }) => tokenVariable));
  const schedules: Schedules = {
    cron: crontab(schedule, installation, deps.now()),
    systemd: systemdUnits(schedule, installation),
    github: githubWorkflow(schedule, tokens.size === 0 ? [DEFAULT_TOKEN_VARIABLE] : [...tokens]),
  };
  deps.stdout.write(options.json ? jsonText(schedules) : scheduleText(schedules, options.format));
  return exitCodes.done;
}

function scheduleText(schedules: Schedules, format: ScheduleFormat): string {
  switch (format) {
    case 'cron':
      return schedules.cron;
    case 'systemd':
      return systemdScript(schedules.systemd);
    case 'github':
      return schedules.github;
    case 'all':
      return (['cron', 'systemd', 'github'] as const)
        .map((one) => `${heading(one)}\n${scheduleText(schedules, one)}`)
        .join('\n');
  }
}

function heading(format: ScheduleFormat): string {
  return `# ${`== clarity-keep schedule ${format} `.padEnd(78, '=')}`;
}
