import type { ReportEnvironment } from '@clarity-keep/environment';
import { ConfigurationError } from '@clarity-keep/environment';

/** @throws ConfigurationError, with what the variable means, when it is not set. */
export function required(
  environment: ReportEnvironment,
  name: 'SMTP_URL' | 'REPORT_FROM' | 'REPORT_TO',
  meaning: string,
): string {
  const value = environment[name];
  if (value !== undefined) return value;
  throw new ConfigurationError(
    `${name} is not set: ${meaning}. Set it in the environment or in .env. "clarity-keep-report preview" works without it.`,
  );
}
