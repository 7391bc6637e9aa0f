import type { Variables } from '@clarity-keep/environment';
import { parseEnvironment, requireMailSettings } from './env.ts';

/**
 * Says before the first mail what is wrong with the settings that sending needs.
 *
 * @throws ConfigurationError without their values.
 */
export function checkMailSettings(variables: Variables): void {
  requireMailSettings(parseEnvironment(variables));
}
