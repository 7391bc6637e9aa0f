import { DIGEST_SCOPE } from '@clarity-keep/db';
import { wordsSettings } from '../words/words-settings.ts';
import { requireMailSettings } from './mail-settings.ts';
import { recipientsOf } from './recipients.ts';
import type { ReportSettings } from './report-settings.ts';

/**
 * Finds what is wrong with the settings that sending needs, before the first mail.
 *
 * @throws ConfigurationError without their values.
 */
export function checkMailSettings(
  settings: Pick<ReportSettings, 'environment' | 'configuration' | 'cwd'>,
): void {
  const { environment, configuration } = settings;
  const { projects, schedule } = configuration;
  requireMailSettings(settings);
  wordsSettings(environment);
  const ofProjects = schedule.report === 'digest' ? [] : projects;
  for (const { id } of ofProjects) recipientsOf(settings, id);
  if (schedule.report !== 'projects') recipientsOf(settings, DIGEST_SCOPE);
}
