import * as z from 'zod';
import { CLARITY_API_URL } from '@clarity-keep/clarity';
import { timeZoneSchema } from '@clarity-keep/core';
import type { Variables } from '@clarity-keep/environment';
import {
  ConfigurationError,
  parseVariables,
  safeUrl,
  sharedSettings,
} from '@clarity-keep/environment';

/** Every variable the collector reads. */
export const environmentSchema = z.object({
  ...sharedSettings,
  CLARITY_API_TOKEN: z.string().trim().optional(),
  CLARITY_API_URL: safeUrl.default(CLARITY_API_URL),
  CLARITY_TIMEOUT_MS: z.coerce
    .number({ error: 'Expected milliseconds, e.g. 30000.' })
    .int()
    .min(1)
    .max(2_147_483_647)
    .default(30_000),
  /** When it is not set, a project keeps the zone it has, and a new one gets UTC. */
  CLARITY_TIME_ZONE: timeZoneSchema.optional(),
  PING_URL: safeUrl.optional(),
  WEBHOOK_URL: safeUrl.optional(),
});

export type Environment = z.infer<typeof environmentSchema>;

/** @throws ConfigurationError that lists every problem. */
export function parseEnvironment(variables: Variables): Environment {
  return parseVariables(environmentSchema, variables);
}

/**
 * Where a collection is pinged. Undefined as well when it is set to something that is no address: what
 * is wrong with it is for `parseEnvironment` to tell.
 */
export function collectPingUrl(variables: Variables): string | undefined {
  return environmentSchema.shape.PING_URL.safeParse(variables.PING_URL).data;
}

/** The project id, which only some commands need. */
export function requireProjectId(environment: Environment): string {
  if (environment.CLARITY_PROJECT_ID !== undefined) return environment.CLARITY_PROJECT_ID;
  throw new ConfigurationError(
    'CLARITY_PROJECT_ID is not set. It is the id in the address of the Clarity dashboard: ' +
      'clarity.microsoft.com/projects/view/<id>/dashboard. Put it into the environment or into .env.',
  );
}

/** The token, which only a collection needs. */
export function requireToken(environment: Environment): string {
  const token = environment.CLARITY_API_TOKEN;
  if (token === undefined) {
    throw new ConfigurationError(
      'CLARITY_API_TOKEN is not set. A project admin makes one in Clarity under Settings > Data Export > ' +
        'Generate new API token. Put it into the environment or into .env.',
    );
  }
  if (!/^[\u0021-\u007E]+$/.test(token)) {
    throw new ConfigurationError(
      'CLARITY_API_TOKEN holds spaces, line breaks or other characters that no token has. Paste it again.',
    );
  }
  return token;
}
