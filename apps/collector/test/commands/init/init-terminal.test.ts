import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { programs } from '@clarity-keep/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aFolder } from '../../support/a-database.ts';
import { aClarityToken } from '../../support/a-token.ts';

const main = programs.collector;
const ENTER = '\r';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** The `script` of util-linux gives a program a terminal; that of other systems has other options. */
const { stdout: version } = spawnSync('script', ['--version'], { encoding: 'utf8' });
const hasScript = /util-linux/.test(version);

/** `clarity-keep init` as a process with a terminal of its own. */
function atATerminal() {
  const folder = aFolder();
  const child = spawn(
    'script',
    [
      '--quiet',
      '--return',
      '--flush',
      '--command',
      `"${process.execPath}" "${main}" init`,
      '/dev/null',
    ],
    { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let unread = '';
  let all = '';
  let onText = (): void => undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    const text = stripVTControlCharacters(String(chunk));
    unread += text;
    all += text;
    onText();
  });
  const ended = once(child, 'close') as Promise<[number]>;
  return {
    folder,
    ended: async () => (await ended)[0],
    shown: () => all,
    /** Types something once a question is there. */
    answer: async (question: string, text: string): Promise<void> => {
      await new Promise<void>((resolve) => {
        onText = () => {
          if (unread.includes(question)) resolve();
        };
        onText();
      });
      unread = '';
      child.stdin.write(text);
    },
  };
}

describe.skipIf(!hasScript)('clarity-keep init at a real terminal', () => {
  it('asks, hides the token, and writes .env', async () => {
    const { folder, answer, ended, shown } = atATerminal();
    const token = aClarityToken({ exp: undefined });
    await answer('Project ID', `wxb0r23ozh${ENTER}`);
    await answer('API token (hidden as you paste)', `${token}${ENTER}`);
    await answer('select', 'tokyo');
    await answer('❯ Asia/Tokyo', ENTER);
    await answer('Recipients', ENTER);
    await answer('Database file', ENTER);
    await answer('Write this', ENTER);
    await answer('Collect now?', `n${ENTER}`);
    expect(await ended()).toBe(0);
    expect(readFileSync(join(folder, '.env'), 'utf8')).toContain(`CLARITY_API_TOKEN=${token}\n`);
    expect(shown()).toContain('clarity-keep doctor');
    expect(shown()).not.toContain(token.slice(0, 12));
    expect(existsSync(join(folder, 'clarity.db'))).toBe(false);
  });

  it.each([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
  ])('writes nothing and ends with 2 on %s', async (_name, key) => {
    const { folder, answer, ended, shown } = atATerminal();
    await answer('Project ID', `wxb0r23ozh${ENTER}`);
    await answer('API token (hidden as you paste)', key);
    expect(await ended()).toBe(2);
    expect(shown()).toContain('Cancelled: nothing was written');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('clarity-keep init without a terminal', () => {
  function piped(input: string, ...argv: string[]) {
    const folder = aFolder();
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'init', ...argv], {
      cwd: folder,
      input,
      encoding: 'utf8',
    });
    return { folder, status, stdout, stderr };
  }

  it('waits for nobody', () => {
    expect(piped('')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('this is not a terminal') as string,
    });
  });

  it('reads the token to its end', () => {
    const token = aClarityToken({ exp: undefined });
    const { folder, status } = piped(`${token}\n`, '--token-from-stdin', '--project-id', 'a1');
    expect(status).toBe(0);
    expect(readFileSync(join(folder, '.env'), 'utf8')).toContain(`CLARITY_API_TOKEN=${token}\n`);
  });
});
