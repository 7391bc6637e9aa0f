import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { describe, expect, it, onTestFinished } from 'vitest';

import { parseOptions } from '../src/cli.ts';

describe('the command line', () => {
  it('has a default for everything', async () => {
    expect(await parseOptions([])).toMatchObject({
      port: 8787,
      seed: 7,
      format: 'insights',
      numbers: 'numbers',
      sessionsPerDay: 600,
      quota: 10,
      truncateAt: 1_000,
      hostile: false,
    });
  });

  it.each([
    ['--port', 'high', '--port must be a whole number, 0 or more, not NaN.'],
    ['--port', '70000', '--port must be at most 65535, not 70000.'],
    ['--quota', '-1', '--quota must be a whole number, 0 or more, not -1.'],
    ['--format', 'csv', 'insights'],
    ['--sead', '1', 'sead'],
  ])('refuses %s %s with a message that helps', async (flag, value, message) => {
    await expect(parseOptions([`${flag}=${value}`])).rejects.toThrow(message);
  });

  it('serves the printed endpoint with the printed token and ends on SIGTERM', async () => {
    const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, '--port', '0', '--sessions-per-day', '20'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    const [printed] = (await once(child.stdout, 'data')) as [Buffer];
    const lines = printed.toString().trim().split('\n');
    const env = Object.fromEntries(lines.map((line) => line.split('=', 2)));
    expect(Object.keys(env)).toEqual([
      'CLARITY_API_URL',
      'CLARITY_API_TOKEN',
      'CLARITY_PROJECT_ID',
    ]);
    const response = await fetch(`${env['CLARITY_API_URL']}?numOfDays=1`, {
      headers: { authorization: `Bearer ${env['CLARITY_API_TOKEN']}` },
    });
    expect(await response.json()).toHaveLength(16);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
