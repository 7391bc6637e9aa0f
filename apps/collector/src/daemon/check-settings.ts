import { requireProjectId, requireToken } from '../env.ts';
import type { Settings } from '../schedule/load-settings.ts';

/**
 * What the jobs would stumble over at their times, said at once.
 *
 * @throws ConfigurationError
 */
export async function checkSettings({ variables, environment }: Settings): Promise<void> {
  requireProjectId(environment);
  requireToken(environment);
  if ((variables['SMTP_URL'] ?? '').trim() === '') return;
  const { checkMailSettings } = await import('@clarity-keep/weekly-report');
  checkMailSettings(variables);
}
