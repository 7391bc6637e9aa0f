import type { Integrity } from '@clarity-keep/db';
import { checkIntegrity } from '@clarity-keep/db';
import type { Check } from '../../check.ts';
import { askable } from '../../database-subject.ts';
import { someOf } from '../../some-of.ts';
import type { Verdict } from '../../verdict.ts';
import { ok, problem, skipped } from '../../verdict.ts';

const RESTORE =
  'Set the damaged database aside and restore the last good backup. The next collection fills the gaps Clarity can still fill.';

const REBUILD =
  'Run "clarity-keep reparse": it rebuilds facts from the raw responses and removes impossible numbers.';

/** What is wrong with the database file and the references between its rows. */
export function integrityVerdicts({
  damage,
  orphans,
  daysWithoutCall,
  daysWithImpossibleFacts,
  impossibleSessions,
}: Integrity): Verdict[] {
  const verdicts: Verdict[] = [];
  if (damage.length > 0) verdicts.push(problem(`The file is damaged: ${someOf(damage)}.`, RESTORE));
  if (orphans.length > 0) {
    const lines = orphans.map(({ table, parent, rows }) => `${rows} of ${table} to ${parent}`);
    verdicts.push(problem(`Rows refer to missing rows: ${someOf(lines)}.`, RESTORE));
  }
  if (daysWithoutCall.length > 0) {
    verdicts.push(
      problem(`Days refer to calls missing from the ledger: ${someOf(daysWithoutCall)}.`, RESTORE),
    );
  }
  if (daysWithImpossibleFacts.length > 0) {
    verdicts.push(
      problem(
        `These days have facts with impossible numbers: ${someOf(daysWithImpossibleFacts)}.`,
        REBUILD,
      ),
    );
  }
  if (impossibleSessions.length > 0) {
    const lines = impossibleSessions.map(({ project, sessions }) => `${sessions} of ${project}`);
    verdicts.push(problem(`Session records have impossible numbers: ${someOf(lines)}.`, REBUILD));
  }
  if (verdicts.length > 0) return verdicts;
  return [ok('The file is sound and all references are intact.')];
}

export const integrityCheck: Check = {
  name: 'integrity',
  run: ({ database }) => {
    const asked = askable(database);
    return 'why' in asked ? skipped(asked.why) : integrityVerdicts(checkIntegrity(asked.db));
  },
};
