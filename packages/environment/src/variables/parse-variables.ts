import { inputProblem } from '@clarity-keep/core';
import type * as z from 'zod';
import { ConfigurationError } from '../configuration-error.ts';
import type { Variables } from './read-variables.ts';

/**
 * Validates variables with an app's schema. An empty variable counts as not set.
 *
 * @throws ConfigurationError that lists every problem. Values are not repeated: one may be a secret.
 */
export function parseVariables<Schema extends z.ZodType>(
  schema: Schema,
  variables: Variables,
): z.output<Schema> {
  const set = Object.entries(variables).filter(([, value]) => (value ?? '').trim() !== '');
  const result = schema.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `  ${inputProblem(issue, { place: issue.path.join('.'), value: null })}`,
  );
  throw new ConfigurationError(
    `Some settings in the environment or in .env are invalid:\n${problems.join('\n')}`,
  );
}
