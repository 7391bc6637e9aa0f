/** What the process ends with. Scripts and cron monitors rely on these. */
export const exitCodes = {
  done: 0,
  defect: 1,
  usage: 2,
  unavailable: 5,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Errors that say themselves what to do, by name: loading their classes would slow every start. */
const usageErrors = new Set(['UsageError', 'ConfigurationError', 'DatabaseError', 'QueryError']);

/** The exit code of an error that ended a command. */
export function exitCodeOfError(error: unknown): ExitCode {
  return error instanceof Error && usageErrors.has(error.name) ? exitCodes.usage : exitCodes.defect;
}
