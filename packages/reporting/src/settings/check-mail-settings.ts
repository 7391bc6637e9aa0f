import { DIGEST_SCOPE } from '@clarity-keep/db';
import { wordsSettings } from '../words/words-settings.ts';
import { checkTogether } from './check-together.ts';
import { requireMailSettings } from './mail-settings.ts';
import { recipientsOf } from './recipients.ts';
import type { ReportSettings } from './report-settings.ts';

/**
 * Finds what is wrong with the settings that sending needs, before the first mail.
 *
 * @throws ConfigurationError that lists every problem, without the values.
 */
export function checkMailSettings(
  settings: Pick<ReportSettings, 'environment' | 'configuration' | 'cwd'>,
): void {
  const { environment, configuration } = settings;
  const { projects, schedule } = configuration;
  const scopes = [
    ...(schedule.report === 'digest' ? [] : projects.map(({ id }) => id)),
    ...(schedule.report === 'projects' ? [] : [DIGEST_SCOPE]),
  ];
  checkTogether([
    () => requireMailSettings(settings),
    () => wordsSettings(environment),
    ...scopes.map((scope) => () => recipientsOf(settings, scope)),
  ]);
}
