import { parseReportEnvironment, pickProjects, tokenOf } from '@clarity-keep/environment';
import type { LoadedSettings } from '../../settings/load-settings.ts';

/**
 * Checks all settings that the jobs will need.
 *
 * @throws ConfigurationError
 */
export async function checkSettings(
  { variables, configuration }: LoadedSettings,
  cwd: string,
): Promise<void> {
  const projects = pickProjects(configuration, undefined);
  for (const project of projects) tokenOf(project, variables);
  if ((variables['SMTP_URL'] ?? '').trim() === '') return;
  const { checkMailSettings } = await import('@clarity-keep/reporting');
  checkMailSettings({ cwd, environment: parseReportEnvironment(variables), configuration });
}
