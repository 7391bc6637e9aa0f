import type { ProjectConfiguration, Variables } from '@clarity-keep/environment';
import { parseEnvironment, recipientsOf, requireMailSettings } from './env.ts';

/**
 * Says before the first mail what is wrong with the settings that sending needs.
 *
 * @throws ConfigurationError without their values.
 */
export function checkMailSettings(
  variables: Variables,
  { projects, cwd }: { projects: readonly ProjectConfiguration[]; cwd: string },
): void {
  const environment = parseEnvironment(variables);
  requireMailSettings(environment, cwd);
  for (const project of projects) recipientsOf(environment, project);
}
