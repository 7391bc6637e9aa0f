import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createClarityKeepClient } from '@clarity-keep/client';
import { describe, expect, it } from 'vitest';
import { ended, programs } from './support/a-process.ts';
import { aKey, aServer, questionUrl, told } from './support/a-server.ts';
import { aFilledDatabase } from './support/kept.ts';

const root = join(import.meta.dirname, '../../..');
const window = { from: '2026-11-17', to: '2026-11-23' };

/** What `clarity-keep query pages --json` prints of the shop. */
async function byCommandLine(cwd: string): Promise<unknown> {
  const args = ['query', 'pages', '--from', window.from, '--to', window.to, '--json'];
  const { stdout } = await ended(process.execPath, [programs.collector, ...args], { cwd });
  return JSON.parse(stdout);
}

/** The first block of Python in docs/server-and-client.md. */
function pythonOfDocs(): string {
  const [, code = ''] =
    /```python\n(.*?)```/s.exec(readFileSync(join(root, 'docs/server-and-client.md'), 'utf8')) ??
    [];
  return code;
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
const hasCurl = spawnSync('curl', ['--version']).status === 0;

describe('the numbers of the command line', () => {
  it('are those of the typed client, and of a bare request', async () => {
    const db = aFilledDatabase();
    const { url } = await aServer(db, { isKeyRequired: true });
    const apiKey = aKey(db);
    const expected = await byCommandLine(dirname(db.path));
    expect(expected).toMatchObject({ rows: [{ page: '/cart', sessions: 100 }, { page: '/home' }] });
    const client = createClarityKeepClient({ url, apiKey });
    expect(await client.pages.frustration.query(window)).toEqual(expected);
    const bare = await told(questionUrl(url, 'pages.frustration', window), {
      authorization: `Bearer ${apiKey}`,
    });
    expect(bare.body).toEqual({ result: { data: expected } });
  });

  it.skipIf(!hasCurl)('are those of curl', async () => {
    const db = aFilledDatabase();
    const { url } = await aServer(db, { isKeyRequired: true });
    const args = [
      '--silent',
      '--get',
      `${url}/trpc/pages.frustration`,
      '--header',
      `Authorization: Bearer ${aKey(db)}`,
      '--data-urlencode',
      `input=${JSON.stringify(window)}`,
    ];
    const { stdout } = await ended('curl', args, { cwd: root });
    expect(JSON.parse(stdout)).toEqual({ result: { data: await byCommandLine(dirname(db.path)) } });
  });

  // Where there is no python3, there is nobody to run it.
  it.skipIf(!hasPython)('are those of the Python of the docs', async () => {
    const db = aFilledDatabase();
    const { url } = await aServer(db, { isKeyRequired: true });
    const code = pythonOfDocs();
    const places = ['http://127.0.0.1:8788', 'ck_...', '{"days": 7, "limit": 5}'];
    expect(places.filter((place) => !code.includes(place))).toEqual([]);
    const [address = '', key = '', asked = ''] = places;
    const placed = code
      .replace(address, url)
      .replace(key, aKey(db))
      .replace(asked, JSON.stringify(window));
    const { stdout, stderr } = await ended(
      'python3',
      ['-c', `${placed}\nprint(json.dumps(answer))`],
      { cwd: root },
    );
    expect(stderr).toBe('');
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toBe('/cart 100 0.4');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual(await byCommandLine(dirname(db.path)));
  });
});

describe('the examples of the client', () => {
  const examples = join(root, 'packages/client/examples');
  const printed: Record<string, string> = {
    'worst-pages.ts': `2026-11-16 to 2026-11-22, days missing: 6
1  /cart  100 sessions, 40.0% with rage clicks
2  /home  900 sessions, 0.6% with rage clicks
`,
    'every-project.ts': 'Shop: last answer never, 10 of 10 calls left\n',
    'handle-errors.ts': 'Unknown page "/". Did you mean "/cart" or "/home"?\n',
  };

  it('are all here', () => {
    expect(readdirSync(examples).toSorted()).toEqual(Object.keys(printed).toSorted());
  });

  it.each(Object.keys(printed))('run: %s', async (example) => {
    const db = aFilledDatabase();
    const { url } = await aServer(db, { isKeyRequired: true });
    const variables = { CLARITY_KEEP_URL: url, CLARITY_KEEP_KEY: aKey(db) };
    const ran = await ended(process.execPath, [join(examples, example)], { cwd: root, variables });
    expect(ran).toEqual({ exitCode: 0, stdout: printed[example], stderr: '' });
  });

  it.each([
    [{ CLARITY_KEEP_URL: 'http://127.0.0.1:1' }, 'The server was not reached: fetch failed\n'],
    [{ CLARITY_KEEP_KEY: 'ck_wrong' }, 'Check CLARITY_KEEP_KEY. Invalid API key.\n'],
  ])('say what went wrong: %j', async (wrong, said) => {
    const { url } = await aServer(aFilledDatabase(), { isKeyRequired: true });
    const variables = { CLARITY_KEEP_URL: url, ...wrong };
    const program = join(examples, 'handle-errors.ts');
    const { stdout } = await ended(process.execPath, [program], { cwd: root, variables });
    expect(stdout).toBe(said);
  });
});
