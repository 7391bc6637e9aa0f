import { unsubscribe } from '@clarity-keep/db';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder, deliveries } from '../../support/a-database.ts';
import { aKeptReport } from '../../support/a-kept-report.ts';
import { aMailServer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

const WEEK = '2026-W47';
const DORA = 'dora@shop.example';

/** A report that is kept, and a mail server that refuses whom it is told to refuse. */
async function aSentReport({ projects }: { projects?: string[] } = {}) {
  const refused = new Set<string>();
  const { url, mails } = await aMailServer({
    onRcptTo({ address }, _session, done) {
      done(refused.has(address) ? new Error(`no mailbox ${address}`) : undefined);
    },
  });
  const { cwd, db } = await aKeptReport(
    { subject: 'As it was', text: 'Unsubscribe: https://unsubscribe.invalid/' },
    projects,
  );
  const variables = { SMTP_URL: url, REPORT_FROM: 'reports@shop.example' };
  const resend = (...argv: string[]) =>
    runReport(['resend', WEEK, '--to', DORA, ...argv], { cwd, variables });
  return { cwd, db, mails, refused, resend, variables };
}

describe('resend', () => {
  it('mails what was kept to one address, whatever is known by now', async () => {
    const { db, mails, resend } = await aSentReport();
    db.sql.exec('DELETE FROM day_facts; DELETE FROM day_coverage');
    expect(await resend('--project', 'wxb0r23ozh')).toEqual({
      exitCode: 0,
      stdout: 'wxb0r23ozh 2026-W47: 1 sent. As it was\n',
      stderr: '',
    });
    expect(mails.map(({ to, mail }) => [to, mail.subject])).toEqual([[[DORA], 'As it was']]);
    expect(mails[0]?.mail.text).toContain('Unsubscribe: mailto:reports@shop.example?subject=');
    expect(deliveries(db)).toMatchObject([{ recipient: DORA, state: 'sent', attempts: 1 }]);
  });

  it('mails an address twice only by force', async () => {
    const { db, mails, resend } = await aSentReport();
    await resend();
    const again = await resend();
    expect(again).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'wxb0r23ozh 2026-W47: this address already has it. Add --force to send it again.\n',
    });
    expect(mails).toHaveLength(1);
    const forced = await resend('--force', '--json');
    expect(JSON.parse(forced.stdout)).toMatchObject({ scope: 'wxb0r23ozh', week: WEEK, sent: [1] });
    expect(mails).toHaveLength(2);
    expect(deliveries(db)).toHaveLength(1);
  });

  it('tries again by force only what was refused for good', async () => {
    const { mails, refused, resend } = await aSentReport();
    refused.add(DORA);
    const first = await resend();
    expect(first.exitCode).toBe(5);
    expect(first.stdout + first.stderr).not.toMatch(/dora|@/i);
    refused.clear();
    const second = await resend();
    expect(second.exitCode).toBe(2);
    expect(second.stderr).toContain('the mail to this address failed for good: ');
    expect(second.stderr).toContain('Add --force to try again.');
    expect((await resend('--force')).exitCode).toBe(0);
    expect(mails).toHaveLength(1);
  });

  it('leaves a mail alone that another run may have sent', async () => {
    const { db, mails, resend } = await aSentReport();
    await resend();
    db.sql.exec(
      "UPDATE report_deliveries SET state = 'sending', claimed_at = '2026-11-23T07:59:00.000+00:00'",
    );
    const { stderr } = await resend('--force');
    expect(stderr).toContain('another run is sending the mail');
    expect(mails).toHaveLength(1);
  });

  it('mails nobody who has unsubscribed, by force neither', async () => {
    const { db, mails, resend } = await aSentReport();
    const now = new Date('2026-11-23T07:00:00Z');
    unsubscribe(db, { scope: 'wxb0r23ozh', recipient: DORA, now });
    for (const argv of [[], ['--force']]) {
      const { exitCode, stderr } = await resend(...argv);
      expect(exitCode).toBe(2);
      expect(stderr).toContain('this address has unsubscribed');
    }
    expect(mails).toEqual([]);
  });

  it.each([
    [['--to', 'dora'], '--to is not an email address'],
    [['--to', 'a@b.example, c@d.example'], '--to must be one address, not 2.'],
    [['--project', 'other'], 'Unknown project "other"'],
    [['--digest'], 'No digest is stored for 2026-W47. None has been sent yet.'],
  ])('refuses %j', async (argv, message) => {
    const { mails, resend } = await aSentReport();
    const { exitCode, stdout, stderr } = await resend(...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(mails).toEqual([]);
  });

  it('refuses a week of which no report is kept, or no mail', async () => {
    const { cwd, db, mails, resend, variables } = await aSentReport();
    const other = await runReport(['resend', '2026-W46', '--to', DORA], { cwd, variables });
    expect(other.stderr).toContain('No report of wxb0r23ozh is stored for 2026-W46.');
    db.sql.exec('UPDATE report_issues SET mail = NULL, model = \'{"version":1}\'');
    const legacy = await resend();
    expect(legacy.exitCode).toBe(2);
    expect(legacy.stderr).toContain('was sent by version 0.1, which stored its data');
    expect(mails).toEqual([]);
  });

  it('asks which project is meant when there are several', async () => {
    const { resend } = await aSentReport({ projects: ['wxb0r23ozh', 'w6n8ir65ol'] });
    const { exitCode, stderr } = await resend();
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'Known projects: w6n8ir65ol (Example Shop), wxb0r23ozh (Example Shop).',
    );
  });

  it('needs a mail server and a sender, and an address', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const without = await runReport(['resend', WEEK], { cwd });
    expect(without.exitCode).toBe(2);
    expect(without.stderr).toMatch(/to/);
    const unset = await runReport(['resend', WEEK, '--to', DORA], { cwd });
    expect(unset.stderr).toContain('SMTP_URL is not set');
  });
});
