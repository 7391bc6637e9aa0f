import { spawn } from 'node:child_process';
import { programs } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder, deliveries } from '../../support/a-database.ts';
import {
  aMailServer,
  anAnswer,
  aServerThatHangsUpAfterTheMail,
} from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

const recipients = {
  REPORT_FROM: 'Clarity Keep <reports@shop.example>',
  REPORT_TO: 'Anna <anna@shop.example>, ben@shop.example,cora@shop.example, ANNA@shop.example',
};

function settings(url: string): Record<string, string> {
  return { ...recipients, SMTP_URL: url };
}

describe('send', () => {
  it('mails everybody alone, with the headline in the subject', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const { url, mails } = await aMailServer();
    const run = await runReport(['send'], { cwd, variables: settings(url) });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(
      /^wxb0r23ozh 2026-W47: 3 sent\. \/checkout still frustrates visitors most/,
    );
    expect(mails.map(({ to }) => to)).toEqual([
      ['anna@shop.example'],
      ['ben@shop.example'],
      ['cora@shop.example'],
    ]);
    const mail = mails[1]?.mail;
    expect(mail?.subject).toBe(
      '/checkout still frustrates visitors most: rage clicks in 11.7% of sessions (all pages 2.1%), 2 weeks in a row – Example Shop, 16–22 Nov',
    );
    expect(mail?.to).toMatchObject({ text: 'ben@shop.example' });
    expect(mail?.messageId).toMatch(/^<2026-W47\.[0-9a-f]{32}@shop\.example>$/);
    expect(mail?.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line).toBe(
      'List-Unsubscribe: <mailto:reports@shop.example?subject=unsubscribe>',
    );
    expect(mail?.html).toContain('<html lang="en"');
    expect(mail?.text).toContain('PAGES THAT FRUSTRATE VISITORS MOST');
    expect(new Set(mails.map((received) => received.mail.messageId)).size).toBe(3);
  });

  it('mails once, however often it runs, and says the same to a later recipient', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const { url, mails } = await aMailServer();
    const variables = settings(url);
    await runReport(['send'], { cwd, variables });
    db.sql.exec('UPDATE day_facts SET rage_click_sessions = 1');
    const again = await runReport(['send'], { cwd, variables });
    expect(again).toMatchObject({ exitCode: 0, stderr: '' });
    expect(again.stdout).toContain('3 already sent.');
    expect(mails).toHaveLength(3);
    await runReport(['send'], {
      cwd,
      variables: { ...variables, REPORT_TO: `${recipients.REPORT_TO}, dora@shop.example` },
    });
    expect(mails).toHaveLength(4);
    expect(mails[3]?.mail.subject).toBe(mails[0]?.mail.subject);
  });

  it('mails once when two processes run at once', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const { url, mails } = await aMailServer();
    const main = programs.report;
    const run = () =>
      new Promise<{ exitCode: number | null; output: string }>((resolve) => {
        const child = spawn(process.execPath, [main, 'send', '--week', '2026-W47'], {
          cwd,
          env: { ...process.env, ...settings(url) },
        });
        let output = '';
        child.stdout.on('data', (chunk) => (output += String(chunk)));
        child.stderr.on('data', (chunk) => (output += String(chunk)));
        child.on('close', (exitCode) => resolve({ exitCode, output }));
      });
    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.map(({ exitCode, output }) => (exitCode === 0 ? 0 : output))).toEqual([0, 0, 0]);
    expect(mails.map(({ to }) => to.join()).toSorted()).toEqual([
      'anna@shop.example',
      'ben@shop.example',
      'cora@shop.example',
    ]);
    expect(deliveries(db).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect(runs.map(({ output }) => output).join()).not.toMatch(/anna|ben@|cora/i);
  });

  it('gives the others theirs when one recipient is refused, and tries that one again', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    let isFull = true;
    const { url, mails } = await aMailServer({
      onRcptTo({ address }, _session, done) {
        const refused = isFull && address.startsWith('ben');
        done(refused ? anAnswer(452, `the mailbox of ben <${address}> is full`) : undefined);
      },
    });
    const variables = settings(url);
    const run = await runReport(['send'], { cwd, variables });
    expect(run.exitCode).toBe(5);
    expect(run.stdout).toContain('2 sent, 1 failed.');
    expect(run.stderr).toContain(
      'recipient 2 of 3: the mail server did not accept the mail for now',
    );
    expect(run.stdout + run.stderr).not.toMatch(/anna|ben\b|cora|@/i);
    expect(JSON.stringify(deliveries(db)[1]?.error)).not.toMatch(/ben\b|@/);
    isFull = false;
    expect(await runReport(['send'], { cwd, variables })).toMatchObject({ exitCode: 0 });
    expect(mails.map(({ to }) => to.join())).toEqual([
      'anna@shop.example',
      'cora@shop.example',
      'ben@shop.example',
    ]);
  });

  it('does not send again what a run may have sent before it died', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const { url, mails } = await aMailServer();
    const variables = settings(url);
    await runReport(['send'], { cwd, variables });
    db.sql.exec(
      `UPDATE report_deliveries SET state = 'sending', claimed_at = '2026-11-23T07:30:00.000+00:00' WHERE recipient LIKE 'cora%'`,
    );
    const run = await runReport(['send', '--json'], { cwd, variables });
    expect(run.exitCode).toBe(5);
    expect(JSON.parse(run.stdout)).toMatchObject({
      reports: [{ sent: [], alreadySent: [1, 2], unfinished: [3], abandoned: [3], failed: [] }],
    });
    expect(run.stderr).toContain('recipient 3 of 3: another run is sending the mail, or stopped');
    expect(run.stderr).toContain('The mail may or may not have arrived,');
    expect(run.stderr).toContain('"clarity-keep-report send --resume" lets you decide.');
    expect(mails).toHaveLength(3);
  });

  it('leaves a mail alone when the connection broke after it was handed over', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const url = await aServerThatHangsUpAfterTheMail();
    const run = await runReport(['send'], {
      cwd,
      variables: { ...settings(url), REPORT_TO: 'anna@shop.example' },
    });
    expect(run.exitCode).toBe(5);
    expect(deliveries(db)).toMatchObject([{ state: 'sending' }]);
  });

  it('does not try a refused login again, and never shows the password', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    let logins = 0;
    const { port } = await aMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        logins += 1;
        done(new Error(`no ${username} with ${password}`));
      },
    });
    const run = await runReport(['send'], {
      cwd,
      variables: settings(`smtp://mailer:s3cr%25et@127.0.0.1:${port}`),
    });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('rejected the login');
    expect(run.stdout).toContain('1 failed, 2 not attempted.');
    expect(logins).toBe(1);
    expect(run.stdout + run.stderr + JSON.stringify(deliveries(db))).not.toMatch(/s3cr|mailer/);
  });

  it('can be run again after nobody answered', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const run = await runReport(['send'], { cwd, variables: settings('smtp://127.0.0.1:1') });
    expect(run.exitCode).toBe(5);
    expect(run.stderr).toContain('the mail server cannot be used');
    expect(deliveries(db).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
  });

  it('waits for the end of a week in the zone of the project', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const { url, mails } = await aMailServer();
    const run = await runReport(['send', '--week', '2026-W47'], {
      cwd,
      variables: settings(url),
      now: '2026-11-22T22:59:00Z',
    });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('Week 2026-W47 is not over yet in Europe/Berlin');
    expect(mails).toEqual([]);
  });

  it.each([
    ['SMTP_URL', 'SMTP_URL is not set'],
    ['REPORT_FROM', 'REPORT_FROM is not set'],
    ['REPORT_TO', 'REPORT_TO is not set'],
  ])('says that %s is not set', async (name, message) => {
    const cwd = aFolder();
    aDatabase(cwd);
    const variables = Object.fromEntries(
      Object.entries(settings('smtp://127.0.0.1:1')).filter(([key]) => key !== name),
    );
    const run = await runReport(['send'], { cwd, variables });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });

  it.each([
    [
      { REPORT_TO: 'anna@shop.example, ben' },
      'REPORT_TO: the 2nd of 2 addresses is not an email address',
    ],
    [{ SMTP_URL: 'http://user:hidden@host' }, 'SMTP_URL must start with smtp://'],
    [{ SMTP_URL: 'smtp://user:hidden@host?logger=true' }, 'unknown parameter after "?"'],
  ])('refuses %j without repeating it', async (wrong, message) => {
    const cwd = aFolder();
    aDatabase(cwd);
    const run = await runReport(['send'], {
      cwd,
      variables: { ...settings('smtp://127.0.0.1:1'), ...wrong },
    });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toMatch(/hidden|anna@shop|\bben$/);
  });
});
