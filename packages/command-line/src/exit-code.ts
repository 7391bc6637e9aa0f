import { databaseTrouble } from './database-trouble.ts';

/** What a process ends with. Scripts and cron monitors rely on these. */
export const exitCodes = {
  done: 0,
  defect: 1,
  usage: 2,
  tokenRefused: 3,
  quotaSpent: 4,
  unavailable: 5,
  notUnderstood: 6,
  /** `status --check` found data stale, or a gap that can still be healed. */
  stale: 7,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** By name and not by class: loading the classes would slow every start. */
const exitCodeByError: Readonly<Record<string, ExitCode>> = {
  UsageError: exitCodes.usage,
  ConfigurationError: exitCodes.usage,
  DatabaseError: exitCodes.usage,
  ImportError: exitCodes.usage,
  QueryError: exitCodes.usage,
  AnswerNotUnderstoodError: exitCodes.notUnderstood,
};

/** The exit code of an error that ended a command. What is not foreseen is a defect. */
export function exitCodeOfError(error: unknown): ExitCode {
  if (databaseTrouble(error) !== null) return exitCodes.usage;
  const name = error instanceof Error ? error.name : '';
  return exitCodeByError[name] ?? exitCodes.defect;
}

/** The worst of several exit codes: a defect, or else the highest. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  if (codes.includes(exitCodes.defect)) return exitCodes.defect;
  return codes.reduce<ExitCode>((worst, code) => (code > worst ? code : worst), exitCodes.done);
}
