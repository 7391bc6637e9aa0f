import type { ProjectConfiguration, Variables } from '@clarity-keep/environment';
import { wordsSettings } from './words/words-settings.ts';
import { parseEnvironment, recipientsOf, requireMailSettings } from './env.ts';

/**
 * Says before the first mail what is wrong with the settings that sending needs.
 *
 * @throws ConfigurationError without their values.
 */
export function checkMailSettings(
  variables: Variables,
  projects: readonly ProjectConfiguration[],
): void {
  const environment = parseEnvironment(variables);
  requireMailSettings(environment);
  wordsSettings(environment);
  for (const project of projects) recipientsOf(environment, project);
}
