// @module-tag slow
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestSchema } from '@clarity-keep/core';
import { unsubscribe } from '@clarity-keep/db';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, it } from 'vitest';
import { aDigest } from '@clarity-keep/reporting/testing';
import { renderDigest } from '@clarity-keep/reporting';
import { aDatabase, aFolder, deliveries } from '../../support/a-database.ts';
import { aMailServer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

const SHOP = { id: 'wxb0r23ozh', tokenVariable: 'SHOP', recipients: ['client@shop.example'] };
const BLOG = { id: 'w6n8ir65ol', tokenVariable: 'BLOG', name: 'Our Blog' };
const NEW = { id: 'brandnew', tokenVariable: 'NEW', name: 'Brand New' };
const WEEK = '2026-W47';

// MJML takes a while to load, and longer on a busy machine.
beforeAll(() => renderDigest(aDigest()));

/** A folder with two projects of which something is kept, and one of which nothing is. */
async function anAgency(more: object = { digestRecipients: ['team@agency.example'] }) {
  const cwd = aFolder();
  const db = aDatabase(cwd, { projects: [SHOP.id, BLOG.id] });
  const projects = [SHOP, BLOG, NEW];
  writeFileSync(join(cwd, 'clarity-keep.json'), JSON.stringify({ projects, ...more }));
  const { url, mails } = await aMailServer();
  const variables = {
    SMTP_URL: url,
    REPORT_FROM: 'reports@agency.example',
    REPORT_TO: 'boss@agency.example',
  };
  const run = (argv: string[], options: { now?: string } = {}) =>
    runReport(argv, { cwd, variables, ...options });
  return { cwd, db, mails, run };
}

describe('send --digest', () => {
  it('is one mail for all projects to the team, and no report to anybody', async () => {
    const { db, mails, run } = await anAgency();
    const sent = await run(['send', '--digest']);
    expect(sent.exitCode).toBe(0);
    expect(sent.stderr).toBe(
      'brandnew: nothing has been collected yet, so there is no report. Run clarity-keep collect first.\n',
    );
    expect(sent.stdout).toMatch(/^digest 2026-W47: 1 sent\. .* – 3 projects, 16–22 Nov$/m);
    expect(mails.map(({ to }) => to)).toEqual([['team@agency.example']]);
    const text = mails[0]?.mail.text ?? '';
    for (const part of ['Our Blog', 'Example Shop', 'Brand New.', 'impact']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Unsubscribe: mailto:reports@agency.example?subject=unsubscribe');
    expect(sent.stdout + sent.stderr).not.toContain('@');
    const issues = db.sql.prepare('SELECT scope, project_id, week, model FROM report_issues').all();
    expect(issues).toEqual([
      { scope: '*', project_id: null, week: WEEK, model: expect.any(String) },
    ]);
    const [{ model }] = issues as [{ model: string }];
    expect(digestSchema.parse(JSON.parse(model))).toMatchObject({
      projects: [{ name: 'Example Shop' }, { name: 'Our Blog' }],
      without: [{ id: 'brandnew', name: 'Brand New' }],
    });
  });

  it('is sent once, however often it runs, and beside the reports', async () => {
    const { db, mails, run } = await anAgency();
    await run(['send', '--digest']);
    db.sql.exec('DELETE FROM day_facts');
    const again = await run(['send', '--digest', '--json']);
    expect(JSON.parse(again.stdout)).toMatchObject({
      digest: { week: WEEK, alreadySent: [1], sent: [], waiting: null },
    });
    expect(mails).toHaveLength(1);
    await run(['send', '--project', BLOG.id]);
    expect(mails.map(({ to }) => to.join())).toEqual([
      'team@agency.example',
      'boss@agency.example',
    ]);
  });

  it('goes to REPORT_TO where nobody is set for it', async () => {
    const { mails, run } = await anAgency({});
    await run(['send', '--digest']);
    expect(mails.map(({ to }) => to.join())).toEqual(['boss@agency.example']);
  });

  it('is sent again only by force, and only after a yes', async () => {
    const { mails, run } = await anAgency();
    await run(['send', '--digest']);
    const refused = await run(['send', '--digest', '--force']);
    expect(refused.exitCode).toBe(2);
    expect(mails).toHaveLength(1);
    expect((await run(['send', '--digest', '--force', '--yes'])).exitCode).toBe(0);
    expect(mails).toHaveLength(2);
  });

  it.each([
    ['digest', [], ['team@agency.example']],
    ['both', [], ['boss@agency.example', 'client@shop.example', 'team@agency.example']],
    ['both', ['--project', SHOP.id], ['client@shop.example']],
    ['digest', ['--no-digest'], ['boss@agency.example', 'client@shop.example']],
    ['projects', ['--digest'], ['team@agency.example']],
    ['projects', [], ['boss@agency.example', 'client@shop.example']],
  ])('sends what the schedule says, %s, unless %j says otherwise', async (report, argv, to) => {
    const digestRecipients = ['team@agency.example'];
    const { mails, run } = await anAgency({ digestRecipients, schedule: { report } });
    expect((await run(['send', ...argv])).exitCode).toBe(0);
    expect(mails.map((mail) => mail.to.join())).toEqual(to);
  });

  it('gives machines one answer of both', async () => {
    const { run } = await anAgency({ schedule: { report: 'both' } });
    expect(JSON.parse((await run(['send', '--json'])).stdout)).toMatchObject({
      reports: [{ project: BLOG.id }, { project: SHOP.id }],
      digest: { week: WEEK, sent: [1] },
    });
  });

  it('lists those who get it, and not those who would get reports that are not sent', async () => {
    const { run } = await anAgency({ schedule: { report: 'digest' } });
    const { stdout } = await run(['recipients']);
    expect(stdout).toContain('boss@agency.example');
    expect(stdout).not.toContain('client@shop.example');
  });

  it('waits for the last day of every project, until the hour that is set', async () => {
    const { db, mails, run } = await anAgency();
    db.sql.exec(`DELETE FROM day_coverage WHERE project_id = '${SHOP.id}' AND day = '2026-11-22'`);
    const early = await run(['send', '--digest'], { now: '2026-11-23T08:00:00Z' });
    expect(early).toMatchObject({ exitCode: 0, stdout: '' });
    expect(early.stderr).toContain('digest 2026-W47: waiting for Sunday, 2026-11-22');
    expect(mails).toEqual([]);
    await run(['send', '--digest'], { now: '2026-11-23T12:00:00Z' });
    expect(mails[0]?.mail.text).toContain('Needs attention:');
  });

  it('is of the last week that is over everywhere', async () => {
    const { db, mails, run } = await anAgency();
    db.sql.exec(`UPDATE projects SET time_zone = 'Pacific/Auckland' WHERE id = '${SHOP.id}'`);
    const now = '2026-11-22T12:00:00Z';
    await run(['send', '--digest', '--force', '--yes'], { now });
    expect(mails[0]?.mail.subject).toMatch(/9–15 Nov$/);
    const named = await run(['send', '--digest', '--week', WEEK], { now });
    expect(named.exitCode).toBe(2);
    expect(named.stderr).toContain('Week 2026-W47 is not over yet in Europe/Berlin');
  });

  it('is not sent to who has unsubscribed from it, whatever else they get', async () => {
    const { db, mails, run } = await anAgency();
    const now = new Date('2026-11-22T08:00:00Z');
    unsubscribe(db, { scope: '*', recipient: 'team@agency.example', now });
    const sent = await run(['send', '--digest']);
    expect(sent.stdout).toContain('digest 2026-W47: 1 unsubscribed.');
    expect(mails).toEqual([]);
  });

  it('is found by --resume when a run has died over it', async () => {
    const { db, mails, run } = await anAgency();
    await run(['send', '--digest']);
    db.sql.exec(
      "UPDATE report_deliveries SET state = 'sending', claimed_at = '2026-11-23T05:00:00.000+00:00'",
    );
    const resumed = await run(['send', '--digest', '--resume', 'send']);
    expect(resumed.stdout).toContain('digest 2026-W47: 1 sent.');
    expect(mails.map(({ to }) => to.join())).toEqual([
      'team@agency.example',
      'team@agency.example',
    ]);
    expect(deliveries(db).map(({ state }) => state)).toEqual(['sent']);
  });

  it('is over all projects, not one', async () => {
    const { mails, run } = await anAgency();
    for (const command of ['send', 'preview']) {
      const { exitCode, stderr } = await run([command, '--digest', '--project', SHOP.id]);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('--digest is one mail for all projects. Leave out --project.');
    }
    expect(mails).toEqual([]);
  });
});

describe('preview --digest', () => {
  it('writes the digest to files, and sends and keeps nothing', async () => {
    const { cwd, db, mails, run } = await anAgency();
    const { exitCode, stdout } = await run(['preview', '--digest', '--out', 'out']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/– 3 projects, 16–22 Nov\n {2}out\/weekly-digest\.html\n/);
    const mail = await simpleParser(readFileSync(join(cwd, 'out', 'weekly-digest.eml')));
    expect(mail.to).toMatchObject({ text: 'team@agency.example' });
    expect(mail.text?.trim()).toBe(
      readFileSync(join(cwd, 'out', 'weekly-digest.txt'), 'utf8').trim(),
    );
    expect(mails).toEqual([]);
    expect(db.sql.prepare('SELECT COUNT(*) FROM report_issues').pluck().get()).toBe(0);
  });

  it('shows one that was sent as it was sent', async () => {
    const { db, mails, run } = await anAgency();
    await run(['send', '--digest']);
    db.sql.exec('DELETE FROM day_facts; DELETE FROM day_coverage WHERE day > 0');
    const shown = await run(['preview', '--digest', '--json']);
    expect(shown.stderr).toContain('digest 2026-W47: shown as it was first sent, 2026-11-23 08:');
    const [preview] = JSON.parse(shown.stdout).previews as [{ subject: string; digest: object }];
    expect(preview).toMatchObject({ project: null, week: WEEK, digest: { kind: 'digest' } });
    expect(preview.subject).toBe(mails[0]?.mail.subject);
  });
});

describe('the archive of digests', () => {
  it('lists and shows them beside the reports', async () => {
    const { mails, run } = await anAgency();
    await run(['send', '--digest']);
    expect((await run(['list'])).stdout).toMatch(/^2026-W47 +all \(digest\) +1 +0 +0 /m);
    const shown = await run(['show', WEEK, '--digest']);
    expect(shown.stdout).toContain(`Subject: ${mails[0]?.mail.subject}`);
    const data = await run(['show', WEEK, '--digest', '--json']);
    expect(JSON.parse(data.stdout)).toMatchObject({
      kind: 'digest',
      project: null,
      digest: { without: [{ name: 'Brand New' }] },
    });
    const missing = await run(['show', '2026-W46', '--digest']);
    expect(missing.stderr).toContain('No digest is stored for 2026-W46. Latest stored: 2026-W47.');
  });
});
