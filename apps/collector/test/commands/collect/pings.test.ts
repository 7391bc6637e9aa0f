import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import { aListener } from '@clarity-keep/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aCommandLine, runInFolder } from '../../support/a-command-line.ts';

const secretPath = '/5f3c-secret';

async function aPingedCommandLine(variables: Record<string, string> = {}) {
  const simulator = await startSimulator({
    now: () => Date.parse('2026-11-20T05:00:00Z'),
    site: createSite({ seed: 7, sessionsPerDay: 50 }),
  });
  onTestFinished(() => simulator.close());
  const monitor = await aListener();
  const commandLine = aCommandLine({
    CLARITY_API_URL: simulator.url,
    CLARITY_API_TOKEN: simulator.token,
    CLARITY_PROJECT_ID: simulator.projectId,
    PING_URL: monitor.url + secretPath,
    ...variables,
  });
  return { simulator, monitor, commandLine };
}

describe('the monitor of collect', () => {
  it('hears the start, and success with the log', async () => {
    const { monitor, commandLine } = await aPingedCommandLine();
    const { exitCode, stderr } = await commandLine.run('collect');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Calling Clarity');
    expect(monitor.heard).toMatchObject([
      { path: `${secretPath}/start`, body: '' },
      { path: `${secretPath}/0`, body: stderr },
    ]);
  });

  it('hears why it failed, without the token', async () => {
    const { simulator, monitor, commandLine } = await aPingedCommandLine();
    simulator.fault({ type: 'body', body: JSON.stringify({ echo: simulator.token }) }, 'always');
    expect((await commandLine.run('collect')).exitCode).toBe(6);
    expect(monitor.heard[1]?.path).toBe(`${secretPath}/6`);
    expect(monitor.heard[1]?.body).toContain('not understood');
    expect(monitor.heard[1]?.body).not.toContain(simulator.token.slice(0, 12));
  });

  it('hears that the settings are wrong', async () => {
    const { monitor, commandLine } = await aPingedCommandLine({ CLARITY_TIMEOUT_MS: 'soon' });
    const { exitCode, stderr } = await commandLine.run('collect');
    expect(exitCode).toBe(2);
    expect(monitor.heard[1]).toMatchObject({ path: `${secretPath}/2`, body: stderr });
  });

  it('hears no token, whatever its variable is called and itself looks like', async () => {
    const key = 'opaque-key-of-a-proxy';
    const { simulator, monitor, commandLine } = await aPingedCommandLine({ SHOP_KEY: key });
    const projects = [{ id: simulator.projectId, tokenVariable: 'SHOP_KEY' }];
    writeFileSync(join(commandLine.folder, 'clarity-keep.json'), JSON.stringify({ projects }));
    const { exitCode, stderr } = await commandLine.run('collect', '--project', key);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(key)]);
    expect(monitor.heard[1]?.body).toBe(stderr.replaceAll(key, '[secret]'));
  });

  it('hears that the configuration is broken', async () => {
    const { monitor, commandLine } = await aPingedCommandLine();
    writeFileSync(join(commandLine.folder, 'clarity-keep.json'), '{');
    const { exitCode, stderr } = await commandLine.run('collect');
    expect(exitCode).toBe(2);
    expect(monitor.heard[1]).toMatchObject({ path: `${secretPath}/2`, body: stderr });
  });

  it('changes nothing when it fails, and its path is never shown', async () => {
    const { monitor, commandLine } = await aPingedCommandLine();
    monitor.status = 500;
    const { exitCode, stdout, stderr } = await commandLine.run('collect');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Warning: the ping at the start did not reach 127.0.0.1:');
    expect(stdout + stderr).not.toContain('secret');
  });

  it('is not pinged by a question', async () => {
    const { monitor, commandLine } = await aPingedCommandLine();
    await commandLine.run('query', 'pages');
    expect(monitor.heard).toEqual([]);
  });

  it('has to be https, or on loopback', async () => {
    const { commandLine } = await aPingedCommandLine({ PING_URL: 'http://hc.example/5f3c-secret' });
    const { exitCode, stderr } = await commandLine.run('collect');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('PING_URL must be an https URL');
    expect(stderr).not.toContain('secret');
  });
});

describe('settings that change while the monitor is pinged', () => {
  it.each([
    ['.env', 'CLARITY_API_URL=https://elsewhere.example\nCLARITY_PROJECT_ID=other\n'],
    ['clarity-keep.json', '{"projects": [{"id": "other"}]}'],
    ['clarity-keep.json', '{'],
  ])('do not split the run: %s, %j', async (file, text) => {
    const { simulator, monitor, commandLine } = await aPingedCommandLine();
    const cwd = commandLine.folder;
    writeFileSync(
      join(cwd, '.env'),
      `CLARITY_API_URL=${simulator.url}\nCLARITY_PROJECT_ID=${simulator.projectId}\n`,
    );
    const { exitCode, stdout } = await runInFolder(['collect', '--json'], {
      cwd,
      variables: { CLARITY_API_TOKEN: simulator.token, PING_URL: monitor.url },
      fetch: (url, init) => {
        if (String(url).includes('/start')) writeFileSync(join(cwd, file), text);
        return fetch(url, init);
      },
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ projects: [{ project: simulator.projectId }] });
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(text);
  });
});
