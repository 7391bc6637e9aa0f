import type { WeeklyReport } from '@clarity-keep/core';
import { buildDigest } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { DIGEST_SCOPE, openDatabase, freezeReportIssue, loadProject } from '@clarity-keep/db';
import { weeklyReport } from '@clarity-keep/queries';
import { NOW } from './kept-shop.ts';

/** The week whose report is kept. */
export const WEEK = '2026-W47';

/** Freezes a report of the shop as it would be sent, with one piece of advice and one verdict on a fix, and a digest. */
export async function keepReport(cwd: string, projectId: string): Promise<void> {
  const db = openDatabase({ url: 'file:./clarity.db', cwd });
  try {
    const report = modelOf(db, projectId);
    const without = [{ id: 'wxb0r23ozh', name: 'Fresh <b>Shop</b>' }];
    const digest = buildDigest({ week: WEEK, reports: [report], without });
    const issue = { week: WEEK, mail: new Uint8Array(), now: NOW };
    await freezeReportIssue(db, { ...issue, scope: projectId, model: JSON.stringify(report) });
    await freezeReportIssue(db, { ...issue, scope: DIGEST_SCOPE, model: JSON.stringify(digest) });
  } finally {
    await db.close();
  }
}

function modelOf(db: Database, projectId: string): WeeklyReport {
  const project = loadProject(db, projectId);
  if (project === null) throw new Error(`No project ${projectId} is kept.`);
  const report = weeklyReport(db, { project, week: WEEK, now: NOW, tokenExpiresAt: null });
  const [top] = report.pages.top;
  if (top === undefined) throw new Error('The report has no page.');
  const { page, label, links } = top;
  return {
    ...report,
    recommendations: [
      {
        rule: 'script-error',
        page,
        label,
        title: `Fix the script error on ${label}`,
        evidence: [
          'It hits 32.4% of its sessions.',
          'A visitor wrote <img src=x onerror=alert(5)>.',
        ],
        likelyCauses: ['a release on 2026-11-09'],
        checkFirst: 'The console of a recording.',
        links,
        verify: 'The rate of next week is below 2%.',
        confidence: 'high',
        effort: 'small',
      },
    ],
    fixes: [
      {
        page,
        label,
        day: '2026-11-18',
        text: 'Rolled back',
        daysBefore: 4,
        daysAfter: 4,
        verdict: 'no-clear-change',
        signal: null,
        change: null,
        sentence: `Rolled back on ${label}: no clear change.`,
      },
    ],
  };
}
