import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder } from '../../support/a-database.ts';
import { aMailServer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

const SHOP = { id: 'wxb0r23ozh', tokenVariable: 'SHOP', recipients: ['anna@shop.example'] };
const BLOG = { id: 'w6n8ir65ol', tokenVariable: 'BLOG', name: 'Our Blog' };
const REPORT_FROM = 'reports@shop.example';

/** A folder with a database of three projects, and with these described. */
function aFolderDescribing(projects: object[]): string {
  const cwd = aFolder();
  aDatabase(cwd, { projects: [SHOP.id, BLOG.id, 'undescribed'] });
  writeFileSync(join(cwd, 'clarity-keep.json'), JSON.stringify({ projects }));
  return cwd;
}

describe('send, of the projects in clarity-keep.json', () => {
  it('mails the recipients of each project, and REPORT_TO where there are none', async () => {
    const cwd = aFolderDescribing([SHOP, BLOG]);
    const { url, mails } = await aMailServer();
    const variables = { SMTP_URL: url, REPORT_FROM, REPORT_TO: 'ben@shop.example' };
    const run = await runReport(['send'], { cwd, variables });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(
      mails.map(({ to, mail }) => [to.join(), /– (.*), 16–22 Nov/.exec(mail.subject ?? '')?.[1]]),
    ).toEqual(
      // In the order of the database.
      [
        ['ben@shop.example', 'Our Blog'],
        ['anna@shop.example', 'Example Shop'],
      ],
    );
  });

  it('needs no REPORT_TO when every picked project has recipients', async () => {
    const cwd = aFolderDescribing([SHOP, BLOG]);
    const { url, mails } = await aMailServer();
    const variables = { SMTP_URL: url, REPORT_FROM };
    const all = await runReport(['send'], { cwd, variables });
    expect(all).toMatchObject({ exitCode: 2, stdout: '' });
    expect(all.stderr).toContain('REPORT_TO is not set');
    expect(mails).toEqual([]);
    const one = await runReport(['send', '--project', SHOP.id], { cwd, variables });
    expect(one).toMatchObject({ exitCode: 0, stderr: '' });
    expect(mails.map(({ to }) => to.join())).toEqual(['anna@shop.example']);
  });

  it('says which of them it has nothing to report of, and mails the others', async () => {
    const cwd = aFolderDescribing([SHOP, { ...BLOG, id: 'brandnew', recipients: ['c@d.example'] }]);
    const { url, mails } = await aMailServer();
    const run = await runReport(['send'], { cwd, variables: { SMTP_URL: url, REPORT_FROM } });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe(
      'brandnew: nothing has been collected yet, so there is no report. Run clarity-keep collect first.\n',
    );
    expect(mails.map(({ to }) => to.join())).toEqual(['anna@shop.example']);
  });

  it('is about nobody when nothing is kept of any of them', async () => {
    const cwd = aFolderDescribing([{ id: 'brandnew' }]);
    const { url } = await aMailServer();
    const variables = { SMTP_URL: url, REPORT_FROM, REPORT_TO: 'ben@shop.example' };
    const run = await runReport(['send'], { cwd, variables });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('Nothing has been collected yet for brandnew.');
  });

  it('ranks the pages by the weights of the project', async () => {
    const cwd = aFolderDescribing([{ ...SHOP, weights: { rageClicks: 30 } }]);
    const impact = async () => {
      const { stdout } = await runReport(['preview', '--json'], { cwd });
      const { previews } = JSON.parse(stdout) as {
        previews: { report: { pages: { top: { impact: number }[] } } }[];
      };
      return previews[0]?.report.pages.top[0]?.impact ?? 0;
    };
    const heavy = await impact();
    writeFileSync(join(cwd, 'clarity-keep.json'), JSON.stringify({ projects: [SHOP] }));
    expect(await impact()).toBeCloseTo(heavy / 10);
  });
});

describe('preview, of the projects in clarity-keep.json', () => {
  it('is addressed to the first recipient of each', async () => {
    const cwd = aFolderDescribing([SHOP, BLOG]);
    const run = await runReport(['preview'], { cwd });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const to = async (id: string) => {
      const mail = await simpleParser(readFileSync(join(cwd, `weekly-report.${id}.eml`)));
      return mail.to;
    };
    expect(await to(SHOP.id)).toMatchObject({ text: 'anna@shop.example' });
    expect(await to(BLOG.id)).toMatchObject({ text: 'recipient@localhost.invalid' });
  });
});
