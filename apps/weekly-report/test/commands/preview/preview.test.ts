import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder } from '../../support/a-database.ts';
import { aMailServer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

describe('preview', () => {
  it('writes the last complete week as HTML, text and a mail, without mail settings', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const run = await runReport(['preview', '--out', 'out'], { cwd });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toBe(
      '/checkout still frustrates visitors most: rage clicks in 11.7% of sessions (all pages 2.1%), 2 weeks in a row – Example Shop, 16–22 Nov\n' +
        '  out/weekly-report.html\n  out/weekly-report.txt\n  out/weekly-report.eml\n  out/weekly-report.trend.png\n',
    );
    const read = (name: string) => readFileSync(join(cwd, 'out', name), 'utf8');
    const mail = await simpleParser(read('weekly-report.eml'), { skipImageLinks: true });
    expect(mail.text?.trim()).toBe(read('weekly-report.txt').trim());
    expect(read('weekly-report.html').trim()).toBe(
      String(mail.html).trim().replace('cid:trend@clarity-keep', 'weekly-report.trend.png'),
    );
    expect(mail.from?.text).toBe('"Clarity Keep" <clarity-keep@localhost.invalid>');
    expect(mail.to).toMatchObject({ text: 'recipient@localhost.invalid' });
    expect(read('weekly-report.txt')).toContain(
      'Unsubscribe: mailto:clarity-keep@localhost.invalid?subject=unsubscribe',
    );
  });

  it('shows a made-up week without a database, with its charts in all it writes', async () => {
    const cwd = aFolder();
    const run = await runReport(['preview', '--sample'], { cwd });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toMatch(
      /^\[Sample\] \/checkout\/payment: .* more rage clicks on mobile since Wednesday/,
    );
    const pictures = ['weekly-report.trend.png', 'weekly-report.pages.png'];
    expect(run.stdout.trim().split(/\n */)).toEqual([
      expect.any(String),
      'weekly-report.html',
      'weekly-report.txt',
      'weekly-report.eml',
      ...pictures,
    ]);
    const html = readFileSync(join(cwd, 'weekly-report.html'), 'utf8');
    expect([...html.matchAll(/src="([^"]*)"/g)].map(([, source]) => source)).toEqual(pictures);
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    const eml = await simpleParser(readFileSync(join(cwd, 'weekly-report.eml')));
    expect(eml.attachments.map(({ cid }) => cid)).toEqual([
      'trend@clarity-keep',
      'pages@clarity-keep',
    ]);
    expect(eml.attachments.map(({ content }) => content)).toEqual(
      pictures.map((name) => readFileSync(join(cwd, name))),
    );
  });

  it('opens the HTML in the browser when it is asked to', async () => {
    const cwd = aFolder();
    const opened: string[] = [];
    const openFile = async (path: string) => void opened.push(path);
    await runReport(['preview', '--sample', '--open'], { cwd, openFile });
    expect(opened).toEqual([join(cwd, 'weekly-report.html')]);
    await runReport(['preview', '--sample'], { cwd, openFile });
    expect(opened).toHaveLength(1);
  });

  it('says which file to open where there is no browser', async () => {
    const cwd = aFolder();
    const openFile = () => Promise.reject(new Error('spawn xdg-open ENOENT'));
    const run = await runReport(['preview', '--sample', '--open'], { cwd, openFile });
    expect(run).toMatchObject({
      exitCode: 0,
      stderr: `Cannot open a browser here (spawn xdg-open ENOENT). Open ${join(cwd, 'weekly-report.html')} yourself.\n`,
    });
  });

  it('gives machines the report', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const run = await runReport(['preview', '--week', '2026-W47', '--json'], { cwd });
    expect(JSON.parse(run.stdout)).toMatchObject({
      previews: [
        {
          project: 'wxb0r23ozh',
          week: '2026-W47',
          files: { eml: join(cwd, 'weekly-report.eml') },
          report: {
            days: { from: '2026-11-16', to: '2026-11-22' },
            headline: { type: 'ongoing' },
            totals: { sessions: { thisWeek: 5_740, weekBefore: 5_740, change: 0 } },
          },
        },
      ],
    });
  });

  it('shows a week that was sent as it was sent', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const { url, mails } = await aMailServer();
    await runReport(['send'], {
      cwd,
      variables: { SMTP_URL: url, REPORT_FROM: 'r@shop.example', REPORT_TO: 'a@shop.example' },
    });
    db.sql.exec('DELETE FROM day_facts; DELETE FROM day_coverage');
    const run = await runReport(['preview'], { cwd });
    expect(run.stderr).toContain('shown as it was first sent, 2026-11-23 08:00 UTC');
    expect(run.stdout).toContain(mails[0]?.mail.subject);
  });

  it('shows a week that version 0.1 sent as it would be now, and says so', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const { url } = await aMailServer();
    const variables = { SMTP_URL: url, REPORT_FROM: 'a@shop.example', REPORT_TO: 'b@shop.example' };
    await runReport(['send'], { cwd, variables });
    db.sql.exec(`UPDATE report_issues SET mail = NULL, model = '{"version":1}'`);
    const run = await runReport(['preview'], { cwd });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe(
      'wxb0r23ozh 2026-W47: sent 2026-11-23 08:00 UTC by version 0.1, which stored its data but not the mail; shown as it would look now.\n',
    );
    expect(readFileSync(join(cwd, 'weekly-report.txt'), 'utf8')).toContain('/checkout');
  });

  it.each([
    ['new/folder', 0, ''],
    ['a-file/below', 2, 'a-file/below: it is not a folder.'],
    ['/proc/clarity-keep', 2, '--out /proc/clarity-keep: the folder cannot be created there.'],
  ])('makes the folder --out %s or says why not', async (out, exitCode, problem) => {
    const cwd = aFolder({ 'a-file': '' });
    const run = await runReport(['preview', '--sample', '--out', out], { cwd });
    expect(run.exitCode).toBe(exitCode);
    expect(run.stderr).toContain(problem);
  });

  it('writes one set of files for each of several projects', async () => {
    const cwd = aFolder();
    aDatabase(cwd, { projects: ['wxb0r23ozh', 'w6n8ir65ol'] });
    const all = await runReport(['preview'], { cwd });
    expect(all.stdout).toContain('weekly-report.w6n8ir65ol.html');
    expect(all.stdout).toContain('weekly-report.wxb0r23ozh.eml');
    const one = await runReport(['preview'], {
      cwd,
      variables: { CLARITY_PROJECT_ID: 'w6n8ir65ol' },
    });
    expect(one.stdout).toContain('  weekly-report.html');
  });

  it.each([
    [['preview', '--week', '2026-W54'], '--week must be an ISO week'],
    [['preview', '--project', 'other'], 'Known projects: wxb0r23ozh (Example Shop).'],
    [['preview', '--unknown'], 'Unknown option --unknown'],
    [['preview', '--sample', '--week', '2026-W47'], 'Leave out --week, --project and --digest.'],
    [['preview', '--sample', '--digest'], 'Leave out --week, --project and --digest.'],
    [['print'], 'Unknown command "print"'],
  ])('refuses %j', async (argv, message) => {
    const cwd = aFolder();
    aDatabase(cwd);
    const run = await runReport(argv, { cwd });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });

  it('says what to do when there is no database', async () => {
    const run = await runReport(['preview'], { cwd: aFolder() });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('clarity-keep collect');
  });

  it('helps without a database', async () => {
    const run = await runReport(['preview', '--help'], { cwd: aFolder() });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('the last complete week by default');
  });
});
