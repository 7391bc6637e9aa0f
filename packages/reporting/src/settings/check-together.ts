import { ConfigurationError } from '@clarity-keep/environment';

/**
 * Makes all checks, so that their problems are reported together and each once.
 *
 * @throws ConfigurationError with every problem on a line of its own.
 */
export function checkTogether(checks: readonly (() => unknown)[]): void {
  const problems = new Set(checks.flatMap(problemOf));
  if (problems.size > 0) throw new ConfigurationError([...problems].join('\n'));
}

function problemOf(check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return [error.message];
    throw error;
  }
}
