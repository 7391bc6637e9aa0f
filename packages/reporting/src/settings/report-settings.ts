import type { Configuration, ReportEnvironment, Variables } from '@clarity-keep/environment';
import {
  parseReportEnvironment,
  readConfiguration,
  readVariables,
} from '@clarity-keep/environment';

/** Everything that is set for the report, read once a run. */
export interface ReportSettings {
  /** Paths in the settings start from here. */
  cwd: string;
  variables: Variables;
  environment: ReportEnvironment;
  configuration: Configuration;
}

/**
 * The settings of the report: the variables of the process over `.env`, and `clarity-keep.json`.
 *
 * @throws ConfigurationError that lists every problem.
 */
export function readReportSettings({
  cwd,
  variables,
}: Pick<ReportSettings, 'cwd' | 'variables'>): ReportSettings {
  return parseReportSettings({ cwd, variables: readVariables(cwd, variables) });
}

/**
 * The same where `.env` has been read.
 *
 * @throws ConfigurationError that lists every problem.
 */
export function parseReportSettings({
  cwd,
  variables,
}: Pick<ReportSettings, 'cwd' | 'variables'>): ReportSettings {
  const environment = parseReportEnvironment(variables);
  const configuration = readConfiguration({
    cwd,
    projectId: environment.CLARITY_PROJECT_ID,
    reportLatestAt: environment.REPORT_LATEST_AT,
  });
  return { cwd, variables, environment, configuration };
}
