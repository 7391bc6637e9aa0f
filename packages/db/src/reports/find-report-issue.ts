import type { Database } from '../file/open-database.ts';

/** The scope of the digest of all projects; any other scope is a project's id. */
export const DIGEST_SCOPE = '*';

/** What was mailed about one week, as first sent. */
export interface ReportIssue {
  id: number;
  /** A project's id, or `DIGEST_SCOPE`. */
  scope: string;
  week: string;
  /** JSON of the report model. */
  model: string;
  /** The rendered mail, packed; null for mail sent by version 0.1. */
  mail: Uint8Array | null;
  createdAt: Date;
}

/** The columns of an issue, for Prisma. */
export const issueColumns = {
  id: true,
  scope: true,
  week: true,
  model: true,
  mail: true,
  createdAt: true,
} as const;

/** The stored report of a scope and week, or null if none was sent yet. */
export async function findReportIssue(
  db: Database,
  { scope, week }: { scope: string; week: string },
): Promise<ReportIssue | null> {
  const prisma = await db.prisma();
  return prisma.reportIssue.findUnique({
    where: { scope_week: { scope, week } },
    select: issueColumns,
  });
}
