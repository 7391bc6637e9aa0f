import type { Variables } from '@clarity-keep/environment';
import { parseVariables, publicUrlSetting, sharedSettings } from '@clarity-keep/environment';
import * as z from 'zod';

const HIGHEST_PORT = 65_535;

const ORIGINS_PROBLEM =
  'must be origins separated by commas, such as https://reports.example.com; "*" is not allowed';

/** Every variable the server reads. */
export const environmentSchema = z.object({
  ...sharedSettings,
  HOST: z.string().trim().default('127.0.0.1'),
  PORT: z
    .string()
    .trim()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT, {
      error: `must be from 0 to ${HIGHEST_PORT}`,
    })
    .default('8788')
    .transform(Number),
  /** Also on loopback. */
  REQUIRE_API_KEY: z
    .stringbool({ error: 'must be true or false', truthy: ['true', '1', 'yes', 'on'] })
    .default(false),
  /** Requests a minute; 0 for any number. What it is when left out depends on who may ask. */
  RATE_LIMIT: z
    .string()
    .trim()
    .regex(/^\d{1,7}$/, { error: 'must be a number of requests a minute, or 0 for no limit' })
    .transform(Number)
    .optional(),
  /** Behind a proxy the dashboard asks from there. */
  PUBLIC_URL: publicUrlSetting.optional(),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((origin) => origin.trim().replace(/\/$/, '')))
    .transform((origins) => origins.filter((origin) => origin !== ''))
    .refine((origins) => origins.every(isOrigin), { error: ORIGINS_PROBLEM }),
});

export type Environment = z.output<typeof environmentSchema>;

/**
 * @param fromOptions the options that variables were given by, such as `{ PORT: '--port' }`.
 * @throws ConfigurationError that lists every problem.
 */
export function parseEnvironment(
  variables: Variables,
  fromOptions: Readonly<Record<string, string>> = {},
): Environment {
  return parseVariables(environmentSchema, variables, { fromOptions });
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.toLowerCase();
}
