import { readToken, tokenFingerprint } from '@clarity-keep/clarity';
import type { Database } from '@clarity-keep/db';
import { loadProject, loadQuota } from '@clarity-keep/db';
import type { ProjectConfiguration } from '@clarity-keep/environment';
import type { CollectionFacts } from '@clarity-keep/notify';
import { daysAtRisk } from '../plan/healable-days.ts';
import type { ProjectCollection } from '../collect/project-collection.ts';
import { findGrouping } from '../grouping/prepare-project.ts';

/** What alerts are decided from: how a collection went, and what it could not collect. */
export function factsOfCollection(
  db: Database,
  {
    project,
    token,
    collection: { error, calls, unrecognised, unreadable, format },
    now,
  }: {
    project: ProjectConfiguration;
    token: string;
    collection: ProjectCollection;
    now: Date;
  },
): CollectionFacts {
  const { id, extraBreakdowns: extras, reserve } = project;
  const { timeZone } = findGrouping(db, project).grouping;
  return {
    project: { id, name: loadProject(db, id)?.name ?? id },
    token: {
      fingerprint: tokenFingerprint(token),
      expiresAt: readToken(token)?.expiresAt ?? null,
    },
    error: error?.code ?? null,
    answered: calls.filter(({ status }) => status === 'answered').length,
    isQuotaUsedElsewhere: loadQuota(db, id, now).isRefusing,
    unrecognised,
    unreadable,
    daysAtRisk: daysAtRisk(db, { projectId: id, timeZone, extras, reserve, format, now }),
  };
}
