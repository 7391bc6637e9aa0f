import { displayText, inputProblem } from '@clarity-keep/core';
import type * as z from 'zod';
import { ConfigurationError } from '../configuration-error.ts';
import type { Variables } from './read-variables.ts';

/** Variables whose values a message may repeat: they never contain a secret or an address. */
const harmless = new Set([
  'CLARITY_TIME_ZONE',
  'CLARITY_TIMEOUT_MS',
  'CLARITY_MAX_ANSWER_MB',
  'HOST',
  'PORT',
  'RATE_LIMIT',
  'REPORT_LATEST_AT',
]);

/** A longer value is something else, pasted by mistake. */
const LONGEST_SHOWN = 40;

/**
 * Validates variables with an app's schema. An empty variable counts as not set.
 *
 * @param options.fromOptions the options that variables were given by, such as `{ PORT: '--port' }`.
 * @throws ConfigurationError that lists every problem, and repeats only values that cannot be a secret.
 */
export function parseVariables<Schema extends z.ZodType>(
  schema: Schema,
  variables: Variables,
  { fromOptions = {} }: { fromOptions?: Readonly<Record<string, string>> } = {},
): z.output<Schema> {
  const set = Object.entries(variables).filter(([, value]) => (value ?? '').trim() !== '');
  const result = schema.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const name = issue.path.join('.');
    const place = fromOptions[name] ?? name;
    const problem = inputProblem(issue, { place, value: shownValue(name, variables[name]) });
    return { problem, isOption: place !== name };
  });
  const ofOptions = problems.filter(({ isOption }) => isOption).map(({ problem }) => problem);
  const ofVariables = problems
    .filter(({ isOption }) => !isOption)
    .map(({ problem }) => `  ${problem}`);
  const heading = 'Some settings in the environment or in .env are invalid:';
  throw new ConfigurationError(
    [...ofOptions, ...(ofVariables.length === 0 ? [] : [heading, ...ofVariables])].join('\n'),
  );
}

function shownValue(name: string, value: string | undefined): string | null {
  const text = value?.trim() ?? '';
  if (!harmless.has(name) || text === '' || text.length > LONGEST_SHOWN) return null;
  return /^\d+$/.test(text) ? text : displayText(JSON.stringify(text));
}
