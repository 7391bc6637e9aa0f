import type { Database } from '@clarity-keep/db';
import { weeklyReportSchema } from '@clarity-keep/core';
import type { WeeklyReport } from '@clarity-keep/core';
import { defaultSchedule } from '@clarity-keep/environment';
import { aListener } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import { checkMailSettings } from '../src/index.ts';
import { parseEnvironment } from '../src/env.ts';
import { requireWordsSettings, wordsSettings } from '../src/words/words-settings.ts';
import { aDatabase, aFolder } from './support/a-database.ts';
import { aMailServer } from './support/a-mail-server.ts';
import { aModel, honest } from './support/a-model.ts';
import { runReport } from './support/a-report-run.ts';

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
      'Warning: wxb0r23ozh 2026-W47: No words by the model (HTTP 401): the report is in our own.\n',
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
    expect(run.stderr).toContain('No model is set for --words');
  });
});

describe('the settings', () => {
  const settingsOf = (variables: Record<string, string>) =>
    wordsSettings(parseEnvironment(variables));

  it('are off, or all there, or without a key on this machine', () => {
    expect(settingsOf({})).toBeNull();
    expect(settingsOf({ AI_BASE_URL: '', AI_MODEL: ' ', AI_API_KEY: '' })).toBeNull();
    expect(settingsOf(modelSettings('https://api.example/v1'))).toEqual({
      baseUrl: 'https://api.example/v1',
      model: 'tiny',
      apiKey: KEY,
    });
    expect(settingsOf({ AI_BASE_URL: 'http://localhost:11434/v1', AI_MODEL: 'tiny' })).toEqual({
      baseUrl: 'http://localhost:11434/v1',
      model: 'tiny',
      apiKey: null,
    });
  });

  it.each([
    [{ AI_MODEL: 'tiny' }, 'AI_BASE_URL is not set'],
    [{ AI_API_KEY: KEY }, 'AI_BASE_URL is not set'],
    [{ AI_BASE_URL: 'https://api.example/v1', AI_API_KEY: KEY }, 'AI_MODEL is not set'],
    [{ AI_BASE_URL: 'https://api.example/v1', AI_MODEL: 'tiny' }, 'AI_API_KEY is not set'],
    [{ ...modelSettings('http://api.example/v1') }, 'AI_BASE_URL: Expected an https URL'],
    [{ ...modelSettings('https://a:b@api.example/v1') }, 'AI_BASE_URL: Expected an https URL'],
    [
      { ...modelSettings('https://api.example/v1'), AI_API_KEY: 'two words' },
      'AI_API_KEY: Expected a key',
    ],
  ])('%j are refused without their values', (variables, message) => {
    const refused = (): unknown => settingsOf(variables);
    expect(refused).toThrow(message);
    expect(refused).not.toThrow(/sk-very|two words/);
  });

  it('are checked before the first mail', () => {
    const variables = { ...mailSettings('smtp://127.0.0.1:1'), AI_MODEL: 'tiny' };
    const configuration = { projects: [], schedule: defaultSchedule, digestRecipients: undefined };
    expect(() => checkMailSettings(variables, { configuration, cwd: '.' })).toThrow(
      'AI_BASE_URL is not set',
    );
    expect(() => requireWordsSettings(parseEnvironment({}))).toThrow('No model is set');
  });
});
