import { parseMailboxes, parseSmtpUrl, senderOf } from '@clarity-keep/mail';
import { inputProblem } from '@clarity-keep/core';
import { ConfigurationError, tokenProblem } from '@clarity-keep/environment';
import { environmentSchema } from '../../../settings/environment.ts';
import { placeProblem } from './database-url.ts';
import { quoteValue } from '../files/quote-value.ts';

export type SetUpVariable = keyof typeof checks;

type Check = (text: string) => string | null;

/** Checks of a value by the code that will read the variable. */
const checks = {
  CLARITY_API_TOKEN: (text) => tokenProblem('CLARITY_API_TOKEN', text.trim()),
  CLARITY_PROJECT_ID: issue('CLARITY_PROJECT_ID'),
  CLARITY_TIME_ZONE: issue('CLARITY_TIME_ZONE'),
  DATABASE_URL: (text) => issue('DATABASE_URL')(text) ?? placeProblem(text),
  REPORT_FROM: complaint(senderOf),
  REPORT_TO: complaint((text) => parseMailboxes('REPORT_TO', text)),
  SMTP_URL: complaint(parseSmtpUrl),
} satisfies Record<string, Check>;

/**
 * What is wrong with a value of a variable, in the words of the code that will read it, or null. Secrets are not
 * repeated.
 */
export function settingProblem(variable: SetUpVariable, text: string): string | null {
  if (text.trim() === '') return 'An answer is needed.';
  return checks[variable](text) ?? complaint((value) => quoteValue(variable, value))(text);
}

function issue(variable: 'CLARITY_PROJECT_ID' | 'CLARITY_TIME_ZONE' | 'DATABASE_URL'): Check {
  const schema = environmentSchema.shape[variable];
  return (text) => {
    const [first] = schema.safeParse(text).error?.issues ?? [];
    return first === undefined ? null : inputProblem(first, { place: variable, value: null });
  };
}

function complaint(read: (text: string) => unknown): Check {
  return (text) => {
    try {
      read(text);
      return null;
    } catch (error) {
      if (error instanceof ConfigurationError) return error.message;
      throw error;
    }
  };
}
