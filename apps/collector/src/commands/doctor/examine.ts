import type { Check, Subject } from './check.ts';
import type { CheckResult, Verdict } from './verdict.ts';
import { problem } from './verdict.ts';

/** Runs every check, in order. One that throws is a problem, and does not stop the others. */
export async function examine(subject: Subject, checks: readonly Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, run } of checks) {
    const verdicts = await verdictsOf(() => run(subject));
    results.push(...verdicts.map((verdict) => ({ name, ...verdict })));
  }
  return results;
}

async function verdictsOf(run: () => ReturnType<Check['run']>): Promise<Verdict[]> {
  try {
    return [await run()].flat();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      problem(
        `Not checked: ${reason}`,
        'Fix that and run this again; if it looks like a bug, report it.',
      ),
    ];
  }
}
