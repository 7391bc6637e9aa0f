import * as z from 'zod';
import { CLARITY_API_URL, DEFAULT_MAX_ANSWER_MB } from '@clarity-keep/clarity';
import { timeZoneSchema } from '@clarity-keep/core';
import type { Variables } from '@clarity-keep/environment';
import {
  parseVariables,
  reportLatestAtSetting,
  safeUrl,
  sharedSettings,
} from '@clarity-keep/environment';

/** Every variable that a collection reads. */
export const environmentSchema = z.object({
  ...sharedSettings,
  CLARITY_API_TOKEN: z.string().trim().optional(),
  CLARITY_API_URL: safeUrl.default(CLARITY_API_URL),
  CLARITY_TIMEOUT_MS: z.coerce
    .number({ error: 'must be milliseconds, such as 30000' })
    .int()
    .min(1)
    .max(2_147_483_647)
    .default(30_000),
  /** Megabytes of a response after unpacking; a stored body is not read beyond 256. */
  CLARITY_MAX_ANSWER_MB: z.coerce
    .number({ error: 'must be megabytes from 1 to 256, such as 64' })
    .int()
    .min(1, { error: 'must be megabytes from 1 to 256, such as 64' })
    .max(256, { error: 'must be megabytes from 1 to 256, such as 64' })
    .default(DEFAULT_MAX_ANSWER_MB),
  /** Without it a project keeps its time zone, and a new one gets UTC. */
  CLARITY_TIME_ZONE: timeZoneSchema.optional(),
  PING_URL: safeUrl.optional(),
  WEBHOOK_URL: safeUrl.optional(),
});

/** The same, and what the daemon and `schedule` need to know about the report. */
export const settingsSchema = environmentSchema.extend({
  REPORT_LATEST_AT: reportLatestAtSetting.optional(),
});

export type Environment = z.infer<typeof settingsSchema>;

/** @throws ConfigurationError that lists every problem. */
export function parseEnvironment(variables: Variables): Environment {
  return parseVariables(settingsSchema, variables);
}

/**
 * The URL to ping when collecting. Also undefined when the setting is not a valid URL: `parseEnvironment` reports
 * that.
 */
export function collectPingUrl(variables: Variables): string | undefined {
  return environmentSchema.shape.PING_URL.safeParse(variables.PING_URL).data;
}
