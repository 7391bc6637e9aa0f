import type { Configuration, Variables } from '@clarity-keep/environment';
import { parseReportEnvironment, projectOfEnvironment } from '@clarity-keep/environment';
import { defaultSchedule } from '@clarity-keep/environment';
import type { ReportSettings } from '../../src/index.ts';

/** What is configured for the report: these projects, and variables without a file. */
export function someSettings({
  variables = {},
  projects = [],
  ...configuration
}: {
  variables?: Variables;
  projects?: readonly { id: string; name?: string; recipients?: readonly string[] }[];
} & Partial<Omit<Configuration, 'projects'>> = {}): ReportSettings {
  return {
    cwd: '/srv/clarity-keep',
    variables,
    environment: parseReportEnvironment(variables),
    configuration: {
      schedule: defaultSchedule,
      jitterSeconds: 0,
      digestRecipients: undefined,
      ...configuration,
      projects: projects.map(({ id, ...described }) => ({
        ...projectOfEnvironment(id, undefined),
        ...described,
      })),
    },
  };
}
