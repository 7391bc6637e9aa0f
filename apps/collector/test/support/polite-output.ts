import type { CommandLineRun } from './a-command-line.ts';

/** What a person never reads: stacks, and texts of the libraries beneath. */
const impolite: readonly RegExp[] = [
  /This is a (bug|defect)/,
  /\n\s+at .+[:(]/,
  /\b(Zod|Sqlite|Range|Type|Syntax|Reference)Error\b/,
  /SQLITE_|invalid_type|too_big|"code": ?"/,
  /Maximum call stack|out of memory|Cannot create a string|Invalid (string|array) length/,
  /integer overflow|datatype mismatch|constraint failed/,
  /is not iterable|is not a function|Cannot read propert/,
  /\[object Object\]/,
];

/** More than fits on some screens is no message any more. */
const LONGEST = 20_000;

/** What is wrong with what a run printed; nothing, as it should be. */
export function impoliteOutput(
  { exitCode, stdout, stderr }: CommandLineRun,
  { token, isResult = false }: { token: string; isResult?: boolean },
): string[] {
  const text = `${stdout}\n${stderr}`;
  const problems = [
    ...(exitCode === 1 ? ['it ended with exit code 1'] : []),
    ...impolite.filter((pattern) => pattern.test(text)).map((pattern) => `it says ${pattern}`),
    ...(text.includes(token) ? ['it shows the token'] : []),
    ...(!isResult && text.length > LONGEST ? [`it prints ${text.length} letters`] : []),
  ];
  return problems.length === 0 ? [] : [`${problems.join(', ')}: ${stderr.slice(-400)}`];
}
