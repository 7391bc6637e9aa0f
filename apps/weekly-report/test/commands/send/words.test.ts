import type { Database } from '@clarity-keep/db';
import type { WeeklyReport } from '@clarity-keep/core';
import { weeklyReportSchema } from '@clarity-keep/core';
import { aListener } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import { aModel, honest } from '@clarity-keep/reporting/testing';
import { aDatabase, aFolder } from '../../support/a-database.ts';
import { aMailServer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

const KEY = 'sk-very-secret-0123456789';

const mailSettings = (smtpUrl: string) => ({
  SMTP_URL: smtpUrl,
  REPORT_FROM: 'reports@shop.example',
  REPORT_TO: 'anna@shop.example',
});

const modelSettings = (url: string) => ({ AI_BASE_URL: url, AI_MODEL: 'tiny', AI_API_KEY: KEY });

function frozenReports(db: Database): WeeklyReport[] {
  const rows = db.sql.prepare('SELECT model FROM report_issues').all() as { model: string }[];
  return rows.map(({ model }) => weeklyReportSchema.parse(JSON.parse(model)));
}

describe('send', () => {
  it('freezes the words of the model with the report, and asks once', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const model = await aModel(honest);
    const { url, mails } = await aMailServer();
    const variables = { ...mailSettings(url), ...modelSettings(model.url) };
    const run = await runReport(['send'], { cwd, variables });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    await runReport(['send'], { cwd, variables });
    expect(model.requests).toHaveLength(1);
    expect(mails).toHaveLength(1);
    expect(frozenReports(db)).toMatchObject([
      { words: { model: 'tiny', advice: [{ page: 'https://shop.example.com/checkout' }] } },
    ]);
  });

  it('mails the report in its own words when the model fails, and says so without the key', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const model = await aModel((_, response) => response.writeHead(401).end(KEY));
    const monitor = await aListener();
    const { url, mails } = await aMailServer();
    const run = await runReport(['send'], {
      cwd,
      variables: {
        ...mailSettings(url),
        ...modelSettings(model.url),
        REPORT_PING_URL: `${monitor.url}/ping`,
      },
    });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toBe(
      'Warning: wxb0r23ozh 2026-W47: No texts from the model (HTTP 401). The report uses its own wording.\n',
    );
    expect(mails).toHaveLength(1);
    expect(frozenReports(db)).toMatchObject([{ words: null }]);
    expect(JSON.stringify([run, monitor.heard])).not.toContain(KEY);
  });

  it('asks no model unless one is set', async () => {
    const cwd = aFolder();
    const db = aDatabase(cwd);
    const { url } = await aMailServer();
    await runReport(['send'], { cwd, variables: mailSettings(url) });
    expect(frozenReports(db)).toMatchObject([{ words: null }]);
  });
});

describe('preview', () => {
  it('asks a model with --words alone', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const model = await aModel(honest);
    const variables = modelSettings(model.url);
    const words = async (argv: string[]): Promise<unknown> => {
      const { stdout } = await runReport(['preview', '--json', ...argv], { cwd, variables });
      return (JSON.parse(stdout) as { previews: { report: WeeklyReport }[] }).previews[0]?.report
        .words;
    };
    expect(await words([])).toBeNull();
    expect(model.requests).toEqual([]);
    expect(await words(['--words'])).toMatchObject({ model: 'tiny' });
    expect(model.requests).toHaveLength(1);
  });

  it('refuses --words without a model', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const run = await runReport(['preview', '--words'], { cwd });
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('--words needs a model');
  });
});
