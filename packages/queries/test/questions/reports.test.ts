import { buildDigest, weeklyReportSchema } from '@clarity-keep/core';
import { DIGEST_SCOPE, freezeReportIssue, loadProject, scheduleDeliveries } from '@clarity-keep/db';
import { describe, expect, it } from 'vitest';
import type { QuestionContext } from '../../src/index.ts';
import { askQuestion, reportsGet, reportsList, weeklyReport } from '../../src/index.ts';
import { aContext, aFact } from '../support/kept.ts';

const project = 'wxb0r23ozh';
const createdAt = '2026-11-23T06:00:00.000Z';

describe('reports.list', () => {
  it('lists what was frozen, with counts of mails and no address', async () => {
    const context = aContext({});
    const { issueId, headline } = await freeze(context, { week: '2026-W47' });
    await scheduleDeliveries(context.db, {
      issueId,
      recipients: [{ recipient: 'anna@shop.example', messageId: '<1@a>' }],
      now: context.now,
    });
    const answer = await askQuestion(reportsList, context, {});
    expect(answer).toEqual({
      rows: [
        {
          week: '2026-W47',
          project,
          headline,
          isLegacy: false,
          createdAt,
          recipients: { sent: 0, failed: 0, unfinished: 0, scheduled: 1 },
        },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('anna');
  });

  it('lists all projects and digests, or one project by id or name', async () => {
    const context = aContext({ id: 'shop', name: 'Shop' }, { id: 'blog', name: 'Our Blog' });
    await freeze(context, { project: 'shop', week: '2026-W46' });
    await freeze(context, { project: 'blog', week: '2026-W47' });
    const model = JSON.stringify({ version: 2, headline: { sentence: 'Two projects.' } });
    await freezeReportIssue(context.db, {
      scope: DIGEST_SCOPE,
      week: '2026-W47',
      model,
      mail: Buffer.from(''),
      now: context.now,
    });
    const listed = async (input: object) =>
      (await askQuestion(reportsList, context, input)).rows.map((row) => [row.week, row.project]);
    expect(await listed({})).toEqual([
      ['2026-W47', null],
      ['2026-W47', 'blog'],
      ['2026-W46', 'shop'],
    ]);
    expect(await listed({ limit: 1 })).toEqual([['2026-W47', null]]);
    expect(await listed({ digest: true })).toEqual([['2026-W47', null]]);
    const toSome = { ...context, allowedProjects: ['blog'] };
    expect((await askQuestion(reportsList, toSome, { digest: true })).rows).toEqual([]);
    await expect(listed({ digest: true, project: 'blog' })).rejects.toThrow(
      'Use either project or digest',
    );
    expect(await listed({ project: 'Our Blog' })).toEqual([['2026-W47', 'blog']]);
    await expect(listed({ project: 'shpo' })).rejects.toThrow('Unknown project "shpo"');
    await expect(listed({ limit: 0 })).rejects.toThrow('limit must be at least 1, not 0.');
  });

  it('lists what version 0.1 sent as such', async () => {
    const context = aContext({});
    freezeAsTheFirstVersion(context);
    expect((await askQuestion(reportsList, context, {})).rows).toMatchObject([
      { week: '2026-W40', headline: 'A quiet week.', isLegacy: true },
    ]);
  });
});

describe('reports.get', () => {
  it('gives a report as it was frozen, whatever is known by now', async () => {
    const context = aContext({});
    aFact(context, { breakdown: 'total', sessions: 70 });
    const { report } = await freeze(context, { week: '2026-W47' });
    aFact(context, { breakdown: 'total', sessions: 900, day: '2026-11-18' });
    expect(await askQuestion(reportsGet, context, { week: '2026-W47' })).toEqual({
      kind: 'report',
      project,
      week: '2026-W47',
      createdAt,
      report,
    });
    expect(report.totals.sessions.thisWeek).toBe(70);
  });

  it('gives the data that version 0.1 kept as they are', async () => {
    const context = aContext({});
    const data = freezeAsTheFirstVersion(context);
    expect(await askQuestion(reportsGet, context, { week: '2026-W40' })).toEqual({
      kind: 'legacy',
      project,
      week: '2026-W40',
      createdAt: '2026-10-05T07:00:00.000Z',
      data,
    });
  });

  it('names the weeks that are kept when asked for another one', async () => {
    const context = aContext({});
    const ask = () => askQuestion(reportsGet, context, { week: '2026-W40' });
    await expect(ask()).rejects.toThrow(
      expect.objectContaining({
        code: 'unknown-report',
        message: `No report of ${project} is stored for 2026-W40. None has been sent yet.`,
      }) as Error,
    );
    for (const week of ['2026-W45', '2026-W47', '2026-W46']) await freeze(context, { week });
    await expect(ask()).rejects.toThrow('Latest stored: 2026-W47, 2026-W46, 2026-W45.');
  });

  it('gives a digest over all projects, and names the weeks of those', async () => {
    const context = aContext({});
    const digest = buildDigest({ week: '2026-W47', reports: [], without: [] });
    const issue = { scope: DIGEST_SCOPE, mail: Buffer.from('mail'), now: context.now };
    await freezeReportIssue(context.db, {
      ...issue,
      week: '2026-W47',
      model: JSON.stringify(digest),
    });
    expect(await askQuestion(reportsGet, context, { week: '2026-W47', digest: true })).toEqual({
      kind: 'digest',
      project: null,
      week: '2026-W47',
      createdAt,
      digest,
    });
    const other = () => askQuestion(reportsGet, context, { week: '2026-W46', digest: true });
    await expect(other()).rejects.toThrow(
      'No digest is stored for 2026-W46. Latest stored: 2026-W47.',
    );
  });

  it.each([
    [{ week: '2026-W47', digest: true, project }, 'Use either project or digest, not both.'],
    [{}, 'week is missing.'],
    [{ week: '2026-W54' }, 'week must be a week such as 2026-W47, not "2026-W54".'],
    [{ week: '2026-W47', project: 'other' }, 'Unknown project "other"'],
  ])('refuses %j', async (input, message) => {
    await expect(askQuestion(reportsGet, aContext({}), input)).rejects.toThrow(message);
  });
});

async function freeze(
  { db, now }: QuestionContext,
  { project: scope = project, week }: { project?: string; week: string },
) {
  const known = loadProject(db, scope);
  if (known === null) throw new Error(`There is no project ${scope}.`);
  const asked = { project: known, week, now, tokenExpiresAt: null };
  const report = weeklyReportSchema.parse(weeklyReport(db, asked));
  const issue = { scope, week, model: JSON.stringify(report), mail: Buffer.from('mail'), now };
  const { id: issueId } = await freezeReportIssue(db, issue);
  return { issueId, report, headline: report.headline.sentence };
}

/** As the migration leaves what that version has sent. */
function freezeAsTheFirstVersion({ db }: QuestionContext): object {
  const data = {
    version: 1,
    week: '2026-W40',
    headline: { type: 'quiet', sentence: 'A quiet week.' },
    pages: { top: [] },
  };
  db.sql
    .prepare(
      `INSERT INTO report_issues (scope, project_id, week, model, created_at)
       VALUES (?, ?, '2026-W40', ?, '2026-10-05T07:00:00.000+00:00')`,
    )
    .run(project, project, JSON.stringify(data));
  return data;
}
