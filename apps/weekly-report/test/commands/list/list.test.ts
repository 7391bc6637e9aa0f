import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder } from '../../support/a-database.ts';
import { aKeptReport } from '../../support/a-kept-report.ts';
import { runReport } from '../../support/a-report-run.ts';
import { aFolderWithSentReports } from '../../support/sent-reports.ts';

const WEEK = '2026-W47';

describe('list', () => {
  it('lists what was sent and what became of the mails, without an address', async () => {
    const { run } = await aFolderWithSentReports(['wxb0r23ozh', 'w6n8ir65ol']);
    const { exitCode, stdout, stderr } = await run('list');
    expect([exitCode, stderr]).toEqual([0, '']);
    const [head, , ...rows] = stdout.split('\n');
    expect(head).toMatch(/^week +project +sent +failed +unfinished +headline$/);
    expect(rows[0]).toMatch(
      /^2026-W47 +w6n8ir65ol +2 +1 +0 +\/checkout still frustrates visitors most: /,
    );
    expect(rows.filter((row) => row.startsWith('2026-W47'))).toHaveLength(2);
    expect(stdout).not.toContain('@');
  });

  it('gives machines the answer of the server', async () => {
    const { run } = await aFolderWithSentReports();
    const { stdout } = await run('list', '--project', 'Example Shop', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      rows: [
        {
          week: WEEK,
          project: 'wxb0r23ozh',
          recipients: { sent: 2, failed: 1, unfinished: 0, scheduled: 0 },
        },
      ],
    });
  });

  it('tells mails that are still to be sent', async () => {
    const { db, run } = await aKeptReport();
    db.sql.exec(`INSERT INTO report_deliveries (issue_id, recipient, state, message_id, created_at)
      VALUES (1, 'anna@shop.example', 'scheduled', '<1@a>', '2026-11-23T08:00:00.000+00:00')`);
    expect((await run('list')).stdout).toMatch(/scheduled.*\n.*\n2026-W47 .* 0 +0 +0 +1 /);
  });

  it('says so when nothing was sent yet', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    expect(await runReport(['list'], { cwd })).toMatchObject({
      exitCode: 0,
      stdout: 'No report has been sent yet.\n',
    });
  });

  it.each([
    [['--limit', '0'], '--limit must be at least 1, not 0.'],
    [['--project', 'other'], 'Unknown project "other"'],
  ])('refuses %j', async (argv, message) => {
    const cwd = aFolder();
    aDatabase(cwd);
    const { exitCode, stderr } = await runReport(['list', ...argv], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});
