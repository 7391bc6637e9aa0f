import { readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aKeptReport } from '../../support/a-kept-report.ts';
import { runReport } from '../../support/a-report-run.ts';
import { aFolderWithSentReports } from '../../support/sent-reports.ts';

const WEEK = '2026-W47';

const ANNAS_LINK = 'mailto:reports@shop.example?subject=unsubscribe';

describe('show', () => {
  it('prints the text as it was sent, whatever is known by now', async () => {
    const { db, mails, run } = await aFolderWithSentReports();
    db.sql.exec('DELETE FROM day_facts; DELETE FROM day_coverage');
    const { exitCode, stdout, stderr } = await run('show', WEEK);
    expect([exitCode, stderr]).toEqual([0, '']);
    const [subject, , ...lines] = stdout.split('\n');
    expect(subject).toBe(`Subject: ${mails[0]?.mail.subject}`);
    expect(lines.join('\n').trim()).toBe(
      mails[0]?.mail.text?.trim().replace(ANNAS_LINK, "(each recipient's own link)"),
    );
  });

  it('writes the HTML as it was sent into a file that only its owner can read', async () => {
    const { cwd, mails, run } = await aFolderWithSentReports();
    const { exitCode, stdout } = await run('show', WEEK, '--html', '--out', 'week.html');
    expect([exitCode, stdout]).toEqual([0, 'week.html\n']);
    const file = join(cwd, 'week.html');
    expect(readFileSync(file, 'utf8').trim()).toBe(
      String(mails[0]?.mail.html).trim().replace(ANNAS_LINK, '#'),
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('opens the HTML, from a file that is given or one of its own', async () => {
    const { cwd } = await aKeptReport();
    const opened: string[] = [];
    const openFile = async (path: string) => void opened.push(path);
    const show = (...argv: string[]) =>
      runReport(['show', WEEK, '--open', ...argv], { cwd, openFile });
    await show('--out', 'week.html');
    expect(await show()).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    const [given, own = ''] = opened;
    onTestFinished(() => rmSync(dirname(own), { recursive: true }));
    expect(given).toBe(join(cwd, 'week.html'));
    expect(own).toMatch(/weekly-report-2026-W47\.html$/);
    expect(readFileSync(own, 'utf8')).toBe(readFileSync(join(cwd, 'week.html'), 'utf8'));
  });

  it('says where the HTML is when there is no browser', async () => {
    const { cwd } = await aKeptReport();
    const openFile = () => Promise.reject(new Error('no display'));
    const run = await runReport(['show', WEEK, '--open', '--out', 'w.html'], { cwd, openFile });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe(
      `Cannot open a browser here (no display). Open ${join(cwd, 'w.html')} yourself.\n`,
    );
  });

  it('has the pictures of a mail in its HTML, and no link to unsubscribe', async () => {
    const { run } = await aKeptReport({
      subject: 'Subject',
      html: '<img src="cid:trend"><p>&#34;cid:trend&#34;</p><a href="https://unsubscribe.invalid/">',
      text: 'Unsubscribe: https://unsubscribe.invalid/',
      images: [{ cid: 'trend', png: Buffer.from('a picture') }],
    });
    const html = await run('show', WEEK, '--html');
    expect(html.stdout).toBe(
      `<img src="data:image/png;base64,${Buffer.from('a picture').toString('base64')}">` +
        '<p>&#34;cid:trend&#34;</p><a href="#">',
    );
    const text = await run('show', WEEK);
    expect(text.stdout).toBe("Subject: Subject\n\nUnsubscribe: (each recipient's own link)\n");
  });

  it('gives machines the data', async () => {
    const { run } = await aKeptReport();
    const { stdout } = await run('show', WEEK, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'report',
      week: WEEK,
      report: { version: 2, totals: { sessions: { thisWeek: 5_740 } } },
    });
  });

  it('has the data alone of what version 0.1 sent', async () => {
    const { db, run } = await aKeptReport();
    db.sql.exec(
      `UPDATE report_issues SET mail = NULL, model = '{"version":1,"headline":{"sentence":"A quiet week."}}'`,
    );
    const { exitCode, stdout, stderr } = await run('show', WEEK);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('was sent by version 0.1, which stored its data but not the mail');
    expect(JSON.parse((await run('show', WEEK, '--json')).stdout)).toMatchObject({
      kind: 'legacy',
      data: { version: 1 },
    });
    expect((await run('list')).stdout).toContain('A quiet week. (by version 0.1: data only)');
  });

  it.each([
    [['2026-W46'], 'No report of wxb0r23ozh is stored for 2026-W46. Latest stored: 2026-W47'],
    [['47'], 'WEEK must be a week such as 2026-W47, not "47".'],
    [[WEEK, '--project', 'other'], 'Unknown project "other"'],
    [[WEEK, '--html', '--json'], 'Choose one of --html, --text and --json, not --html and --json'],
    [[WEEK, '--open', '--text'], '--open shows the HTML in the browser. Leave out --text'],
    [[WEEK, '--out', 'nowhere/week.html'], 'Cannot write '],
    [[], '"clarity-keep-report show" needs <week>'],
  ])('refuses %j', async (argv, message) => {
    const { run } = await aKeptReport();
    const { exitCode, stdout, stderr } = await run('show', ...argv);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('asks which project is meant when there are several', async () => {
    const { run } = await aKeptReport({}, ['w6n8ir65ol', 'wxb0r23ozh']);
    const { exitCode, stderr } = await run('show', WEEK);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'Known projects: w6n8ir65ol (Example Shop), wxb0r23ozh (Example Shop).',
    );
    expect((await run('show', WEEK, '--project', 'w6n8ir65ol')).exitCode).toBe(0);
  });
});
