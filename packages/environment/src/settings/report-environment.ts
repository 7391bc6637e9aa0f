import * as z from 'zod';
import { reportLatestAtSetting } from '../schedule.ts';
import { parseVariables } from '../variables/parse-variables.ts';
import { publicUrlSetting } from './public-url.ts';
import type { Variables } from '../variables/read-variables.ts';
import { safeUrl } from './safe-url.ts';
import { sharedSettings } from './shared-settings.ts';

const domainName = z
  .string()
  .trim()
  .regex(/^([a-z\d_]([a-z\d_-]{0,61}[a-z\d])?\.)*[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i, {
    error: 'must be a domain name such as example.com',
  });

/** Every variable the weekly report reads. */
export const reportEnvironmentSchema = z.object({
  ...sharedSettings,
  SMTP_URL: z.string().trim().optional(),
  REPORT_FROM: z.string().trim().optional(),
  REPORT_TO: z.string().trim().optional(),
  REPORT_LATEST_AT: reportLatestAtSetting.optional(),
  REPORT_PING_URL: safeUrl.optional(),
  AI_BASE_URL: safeUrl.optional(),
  AI_MODEL: z.string().trim().max(200).optional(),
  // It is sent in a header.
  AI_API_KEY: z
    .string()
    .trim()
    .regex(/^[!-~]+$/, { error: 'must be ASCII characters without spaces' })
    .optional(),
  /** Unsubscribe links start with it. */
  PUBLIC_URL: publicUrlSetting.optional(),
  DKIM_DOMAIN: domainName.optional(),
  DKIM_SELECTOR: domainName.optional(),
  DKIM_PRIVATE_KEY: z.string().trim().optional(),
  DKIM_PRIVATE_KEY_FILE: z.string().trim().optional(),
});

export type ReportEnvironment = z.output<typeof reportEnvironmentSchema>;

/** @throws ConfigurationError that lists every problem. */
export function parseReportEnvironment(variables: Variables): ReportEnvironment {
  return parseVariables(reportEnvironmentSchema, variables);
}

/**
 * The URL to ping when sending. Also undefined when the setting is not a valid URL: `parseReportEnvironment`
 * reports that.
 */
export function reportPingUrl(variables: Variables): string | undefined {
  return reportEnvironmentSchema.shape.REPORT_PING_URL.safeParse(variables['REPORT_PING_URL']).data;
}
