import * as z from 'zod';
import { CLARITY_API_URL } from '@clarity-keep/clarity';
import { timeZoneSchema } from '@clarity-keep/core';
import type { Variables } from '@clarity-keep/environment';
import { ConfigurationError, parseVariables, sharedSettings } from '@clarity-keep/environment';

/** Every variable the collector reads. */
export const environmentSchema = z.object({
  ...sharedSettings,
  CLARITY_API_TOKEN: z.string().trim().optional(),
  CLARITY_API_URL: z
    .string()
    .default(CLARITY_API_URL)
    .refine(isSafeUrl, { error: 'Expected an https URL without a password, or http on loopback.' }),
  CLARITY_TIMEOUT_MS: z.coerce
    .number({ error: 'Expected milliseconds, e.g. 30000.' })
    .int()
    .min(1)
    .max(2_147_483_647)
    .default(30_000),
  /** When it is not set, a project keeps the zone it has, and a new one gets UTC. */
  CLARITY_TIME_ZONE: timeZoneSchema.optional(),
});

export type Environment = z.infer<typeof environmentSchema>;

/** @throws ConfigurationError that lists every problem. */
export function parseEnvironment(variables: Variables): Environment {
  return parseVariables(environmentSchema, variables);
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

function isSafeUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
}
