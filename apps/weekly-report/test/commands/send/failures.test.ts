// @module-tag slow
import { describe, expect, it } from 'vitest';
import { loadProject } from '@clarity-keep/db';
import { defaultSchedule } from '@clarity-keep/environment';
import { openTransport, parseSmtpUrl } from '@clarity-keep/mail';
import { WEEK } from '@clarity-keep/reporting/testing';
import { sendReport } from '@clarity-keep/reporting';
import { aDatabase, aFolder, deliveries } from '../../support/a-database.ts';
import { aMailServer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

const everybody = ['anna@shop.example', 'ben@shop.example', 'cora@shop.example'];
const variables = (url: string) => ({
  SMTP_URL: url,
  REPORT_FROM: 'reports@shop.example',
  REPORT_TO: everybody.join(', '),
});

/** Makes the file refuse to record Ben's mail as sent, so many times. */
function refuseToRecord(db: ReturnType<typeof aDatabase>, times: number): void {
  // FAIL keeps what the statement did before it, the count.
  db.sql.exec(`
    CREATE TABLE refusals (one INTEGER);
    CREATE TRIGGER refuse BEFORE UPDATE ON report_deliveries
    WHEN NEW.state = 'sent' AND NEW.recipient LIKE 'ben%' AND (SELECT COUNT(*) FROM refusals) < ${times}
    BEGIN INSERT INTO refusals VALUES (1); SELECT RAISE(FAIL, 'refused for ben@shop.example'); END`);
}

describe('send, when the database fails', () => {
  it('records a mail that was taken at a later try', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    refuseToRecord(db, 2);
    const { url, mails } = await aMailServer();
    const run = await runReport(['send'], { cwd, variables: variables(url) });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(mails).toHaveLength(3);
    expect(deliveries(db).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('gives the others theirs, and sends none twice, when it never can be recorded', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    refuseToRecord(db, 1_000);
    const { url, mails } = await aMailServer();
    const run = await runReport(['send'], { cwd, variables: variables(url) });
    expect(run.exitCode).toBe(5);
    expect(run.stdout).toContain('2 sent, 1 failed.');
    expect(run.stderr).toContain('recipient 2 of 3: what became of the mail could not be recorded');
    expect(run.stdout + run.stderr).not.toMatch(/\bben\b|@/i);
    await runReport(['send'], { cwd, variables: variables(url) });
    expect(mails.map(({ to }) => to.join())).toEqual(everybody);
    expect(deliveries(db).map(({ state }) => state)).toEqual(['sent', 'sending', 'sent']);
  });
});

describe('send, when something cannot be made', () => {
  it('leaves a mail that cannot be built unsent, and the next run sends it', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const { url, mails } = await aMailServer();
    const project = loadProject(db, 'wxb0r23ozh');
    if (project === null) throw new Error('The seeded project is gone.');
    const broken = {
      get name(): string {
        throw new Error('no header for ben@shop.example');
      },
      address: 'ben@shop.example',
    };
    const result = await sendReport({
      deps: {
        db,
        transport: openTransport(parseSmtpUrl(url)),
        now: () => new Date('2026-11-23T08:00:00Z'),
        publicUrl: null,
        dkim: null,
        addWords: undefined,
      },
      input: {
        project,
        week: WEEK,
        tokenExpiresAt: null,
        schedule: defaultSchedule,
        isForced: false,
        from: { name: '', address: 'reports@shop.example' },
        recipients: [
          { name: '', address: 'anna@shop.example' },
          broken,
          { name: '', address: 'cora@shop.example' },
        ],
      },
    });
    expect(result).toMatchObject({
      sent: [1, 3],
      failed: [{ recipient: 2, type: 'not-prepared', error: 'no header for …' }],
    });
    expect(deliveries(db)).toContainEqual(
      expect.objectContaining({ recipient: 'ben@shop.example', state: 'scheduled', attempts: 0 }),
    );
    const run = await runReport(['send'], { cwd, variables: variables(url) });
    expect(run.stdout).toContain('1 sent, 2 already sent.');
    expect(mails).toHaveLength(3);
  });

  it('gives the rest of a week that version 0.1 had begun what is known now', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    db.sql.exec(`
      INSERT INTO report_issues (id, scope, project_id, week, model, created_at)
        VALUES (7, 'wxb0r23ozh', 'wxb0r23ozh', '2026-W47', '{"version":1}', '2026-11-23T07:30:00.000+00:00');
      INSERT INTO report_deliveries (issue_id, recipient, state, message_id, attempts, created_at)
        VALUES (7, 'anna@shop.example', 'sent', '<1@shop.example>', 1, '2026-11-23T07:30:00.000+00:00')`);
    const { url, mails } = await aMailServer();
    const run = await runReport(['send'], { cwd, variables: variables(url) });
    expect(run.stdout).toContain(
      '2 sent, 1 already sent. /checkout still frustrates visitors most',
    );
    expect(mails.map(({ to }) => to.join())).toEqual(['ben@shop.example', 'cora@shop.example']);
    expect(db.sql.prepare('SELECT model, mail FROM report_issues').all()).toEqual([
      { model: '{"version":1}', mail: null },
    ]);
  });

  it('keeps no report that could not be read back', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const { url, mails } = await aMailServer();
    db.sql.exec(
      `INSERT INTO mutes (project_id, page, reason, until_day, created_at)
        SELECT DISTINCT f.project_id, s.page, 'x', 'z', '2026-11-01T00:00:00.000Z'
        FROM day_facts f JOIN segments s ON s.id = f.segment_id WHERE f.breakdown = 'page'`,
    );
    const run = await runReport(['send'], { cwd, variables: variables(url) });
    expect(run.exitCode).not.toBe(0);
    expect(db.sql.prepare('SELECT COUNT(*) FROM report_issues').pluck().get()).toBe(0);
    db.sql.exec('DELETE FROM mutes');
    expect(await runReport(['send'], { cwd, variables: variables(url) })).toMatchObject({
      exitCode: 0,
    });
    expect(mails).toHaveLength(3);
  });
});
