import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@clarity-keep/db';
import { describe, expect, it } from 'vitest';
import { WEEK } from '@clarity-keep/reporting/testing';
import { aDatabase, aFolder } from '../../support/a-database.ts';
import { aMailServer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

const PROJECT = 'wxb0r23ozh';

/** A week whose Sunday, the 22nd, is not known, of these breakdowns. */
async function aWeekWithoutSunday(breakdowns = ['total', 'page', 'device']) {
  const cwd = aFolder();
  const db = aDatabase(cwd);
  for (const breakdown of breakdowns) forgetSunday(db, breakdown);
  const { url, mails } = await aMailServer();
  const variables = {
    SMTP_URL: url,
    REPORT_FROM: 'reports@shop.example',
    REPORT_TO: 'anna@shop.example',
  };
  const send = (now: string, ...argv: string[]) =>
    runReport(['send', ...argv], { cwd, variables, now });
  return { cwd, db, variables, mails, send };
}

function forgetSunday(db: Database, breakdown: string): void {
  for (const table of ['day_coverage', 'day_facts']) {
    db.sql
      .prepare(`DELETE FROM ${table} WHERE day = '2026-11-22' AND breakdown = ?`)
      .run(breakdown);
  }
}

function addSunday(db: Database, breakdown: string, state: string): void {
  db.sql
    .prepare(
      `INSERT INTO day_coverage (project_id, breakdown, day, state, overlap_seconds, window_end)
       VALUES (?, ?, '2026-11-22', ?, 70000, '2026-11-23T05:00:00.000Z')`,
    )
    .run(PROJECT, breakdown, state);
}

describe('send, while the last day of the week is not collected', () => {
  it('waits, says until when, and ends well', async () => {
    const { db, mails, send } = await aWeekWithoutSunday();
    const run = await send('2026-11-23T07:30:00Z');
    expect(run).toEqual({
      exitCode: 0,
      stdout: '',
      stderr:
        'wxb0r23ozh 2026-W47: waiting for Sunday, 2026-11-22, which has not been collected yet. ' +
        'At 2026-11-23 12:00 (UTC) it goes out without that day and says so.\n',
    });
    expect(mails).toEqual([]);
    expect(db.sql.prepare('SELECT COUNT(*) FROM report_issues').pluck().get()).toBe(0);
  });

  it('goes out when that is there, with it', async () => {
    const { db, mails, send } = await aWeekWithoutSunday();
    await send('2026-11-23T07:30:00Z');
    for (const breakdown of ['total', 'page']) addSunday(db, breakdown, 'estimated');
    expect((await send('2026-11-23T08:30:00Z')).stdout).toContain('1 sent.');
    expect(mails).toHaveLength(1);
  });

  it('goes out without it in the end, with the gap stated', async () => {
    const { mails, send } = await aWeekWithoutSunday();
    await send('2026-11-23T11:59:00Z');
    expect(mails).toEqual([]);
    const run = await send('2026-11-23T12:00:00Z');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.mail.text).toMatch(/missing/i);
  });

  it('waits no more once the report is kept', async () => {
    const { db, variables, cwd, mails, send } = await aWeekWithoutSunday();
    addSunday(db, 'total', 'complete');
    addSunday(db, 'page', 'complete');
    await send('2026-11-23T07:30:00Z');
    db.sql.exec(`DELETE FROM day_coverage WHERE day = '2026-11-22'`);
    const more = { ...variables, REPORT_TO: `${variables.REPORT_TO}, ben@shop.example` };
    await runReport(['send'], { cwd, variables: more, now: '2026-11-23T08:30:00Z' });
    expect(mails).toHaveLength(2);
  });

  it('tells machines what for and until when', async () => {
    const { send } = await aWeekWithoutSunday();
    const { stdout } = await send('2026-11-23T07:30:00Z', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      reports: [
        {
          project: PROJECT,
          week: WEEK,
          waiting: { day: '2026-11-22', until: '2026-11-23T12:00:00.000Z' },
          subject: null,
          recipients: 1,
          sent: [],
        },
      ],
    });
    const sent = await send('2026-11-23T13:00:00Z', '--json');
    expect(JSON.parse(sent.stdout)).toMatchObject({ reports: [{ waiting: null, sent: [1] }] });
  });

  it('does not wait with --force', async () => {
    const { mails, send } = await aWeekWithoutSunday();
    await send('2026-11-23T07:30:00Z', '--force', '--yes');
    expect(mails).toHaveLength(1);
  });

  it('keeps one project waiting, and sends that of another', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd, { projects: ['blog', PROJECT] });
    db.sql.exec(`DELETE FROM day_coverage WHERE day = '2026-11-22' AND project_id = 'blog'`);
    const { url, mails } = await aMailServer();
    const variables = { SMTP_URL: url, REPORT_FROM: 'a@shop.example', REPORT_TO: 'b@shop.example' };
    const run = await runReport(['send'], { cwd, variables, now: '2026-11-23T07:30:00Z' });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toMatch(/^blog 2026-W47: waiting for Sunday/);
    expect(run.stdout).toMatch(/^wxb0r23ozh 2026-W47: 1 sent\./);
    expect(mails).toHaveLength(1);
  });

  it('goes by the settings: REPORT_LATEST_AT, or the file', async () => {
    const { cwd, variables, mails } = await aWeekWithoutSunday();
    const at = (now: string, more: Record<string, string> = {}) =>
      runReport(['send'], { cwd, variables: { ...variables, ...more }, now });
    const late = await at('2026-11-23T12:30:00Z', { REPORT_LATEST_AT: '13:00' });
    expect(late.stderr).toContain('At 2026-11-23 13:00 (UTC) it goes out');
    const wrong = await at('2026-11-23T12:30:00Z', { REPORT_LATEST_AT: '1 pm' });
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr).toContain('REPORT_LATEST_AT must be a time such as 03:15');
    const schedule = { reportLatestAt: '09:00', timeZone: 'Europe/Berlin' };
    writeFileSync(
      join(cwd, 'clarity-keep.json'),
      JSON.stringify({ schedule, projects: [{ id: PROJECT }] }),
    );
    const early = await at('2026-11-23T07:59:00Z', { REPORT_LATEST_AT: '13:00' });
    expect(early.stderr).toContain('At 2026-11-23 09:00 (Europe/Berlin) it goes out');
    await at('2026-11-23T08:00:00Z');
    expect(mails).toHaveLength(1);
  });
});
