import { aListener } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import { aDatabase, aFolder } from '../../support/a-database.ts';
import { aMailServer } from '../../support/a-mail-server.ts';
import { runReport } from '../../support/a-report-run.ts';

const secretPath = '/5f3c-secret';

/** Settings to mail one person, and to ping a monitor. */
function settings(smtpUrl: string, monitorUrl: string): Record<string, string> {
  return {
    SMTP_URL: smtpUrl,
    REPORT_FROM: 'reports@shop.example',
    REPORT_TO: 'anna@shop.example',
    REPORT_PING_URL: monitorUrl + secretPath,
  };
}

describe('the monitor of send', () => {
  it('hears the start and success, and that nothing was left to do', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const monitor = await aListener();
    const { url, mails } = await aMailServer();
    const variables = settings(url, monitor.url);
    await runReport(['send'], { cwd, variables });
    await runReport(['send'], { cwd, variables });
    expect(mails).toHaveLength(1);
    const [start, end] = ['start', '0'].map((part) => ({
      path: `${secretPath}/${part}`,
      body: '',
    }));
    expect(monitor.heard).toMatchObject([start, end, start, end]);
  });

  it('hears why it failed, without the password or a recipient', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const monitor = await aListener();
    const { port } = await aMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        done(new Error(`no ${username} with ${password}`));
      },
    });
    const variables = settings(`smtp://mailer:s3cr%25et@127.0.0.1:${port}`, monitor.url);
    const run = await runReport(['send'], { cwd, variables });
    expect(run.exitCode).toBe(2);
    expect(monitor.heard[1]).toMatchObject({ path: `${secretPath}/2`, body: run.stderr });
    expect(run.stderr).toContain('rejected the login');
    expect(JSON.stringify(monitor.heard)).not.toMatch(/s3cr|anna/);
  });

  it('hears that a setting is missing, or that there is no database', async () => {
    const monitor = await aListener();
    const { SMTP_URL: _, ...variables } = settings('', monitor.url);
    const run = await runReport(['send'], { cwd: aFolder(), variables });
    expect(run.exitCode).toBe(2);
    expect(monitor.heard[1]).toMatchObject({ path: `${secretPath}/2`, body: run.stderr });
    expect(run.stderr).toContain('SMTP_URL is not set');
  });

  it('is not pinged by a preview, and changes nothing when it fails', async () => {
    const cwd = aFolder();
    aDatabase(cwd);
    const monitor = await aListener();
    monitor.status = 500;
    const { url } = await aMailServer();
    const variables = settings(url, monitor.url);
    await runReport(['preview'], { cwd, variables });
    expect(monitor.heard).toEqual([]);
    const run = await runReport(['send'], { cwd, variables });
    expect(run.exitCode).toBe(0);
    expect(run.stderr).toMatch(/^(Warning: the ping at the (start|end) .*\(HTTP 500\)\.\n){2}$/);
  });

  it('has to be https, or on loopback', async () => {
    const run = await runReport(['send'], {
      cwd: aFolder(),
      variables: settings('smtp://127.0.0.1:1', 'http://hc.example'),
    });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain('REPORT_PING_URL must be an https URL');
    expect(run.stderr).not.toContain('secret');
  });
});
