import type { Variables } from '@clarity-keep/environment';
import { parseVariables, sharedSettings } from '@clarity-keep/environment';
import * as z from 'zod';

const HIGHEST_PORT = 65_535;

/** Every variable the server reads. */
export const environmentSchema = z.object({
  ...sharedSettings,
  HOST: z.string().trim().default('127.0.0.1'),
  PORT: z
    .string()
    .trim()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT, {
      error: `Expected a port from 0 to ${HIGHEST_PORT}, e.g. 8788.`,
    })
    .default('8788')
    .transform(Number),
});

export type Environment = z.output<typeof environmentSchema>;

/** @throws ConfigurationError that lists every problem. */
export function parseEnvironment(variables: Variables): Environment {
  return parseVariables(environmentSchema, variables);
}
