import { DIGEST_SCOPE } from '@clarity-keep/db';
import type { Configuration, Variables } from '@clarity-keep/environment';
import { parseReportEnvironment } from '@clarity-keep/environment';
import { configuredFor } from './commands/configured-for.ts';
import { recipientsOf, requireMailSettings } from './env.ts';
import { wordsSettings } from './words/words-settings.ts';

/**
 * Says before the first mail what is wrong with the settings that sending needs.
 *
 * @throws ConfigurationError without their values.
 */
export function checkMailSettings(
  variables: Variables,
  {
    configuration,
    cwd,
  }: {
    configuration: Pick<Configuration, 'projects' | 'schedule' | 'digestRecipients'>;
    cwd: string;
  },
): void {
  const environment = parseReportEnvironment(variables);
  requireMailSettings(environment, cwd);
  wordsSettings(environment);
  const { projects, schedule } = configuration;
  const ofProjects = schedule.report === 'digest' ? [] : projects;
  for (const project of ofProjects) recipientsOf(environment, project);
  if (schedule.report !== 'projects') {
    recipientsOf(environment, configuredFor(configuration, DIGEST_SCOPE));
  }
}
