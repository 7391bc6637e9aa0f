import { aClosedHost, aListener } from '@clarity-keep/testing';
import { describe, expect, it } from 'vitest';
import type { Fetch } from '../src/index.ts';
import { withPings } from '../src/index.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const secretPath = '/ping/5f3c-secret';

type Job = (deps: { stderr: { write(text: string): unknown } }) => Promise<number>;

interface Run {
  outcome: Promise<number>;
  slept: number[];
  stderr: () => string;
}

function runJob(
  pingUrl: string | undefined,
  job: Job,
  { secrets = [], timeoutMs }: { secrets?: string[]; timeoutMs?: number } = {},
): Run {
  const slept: number[] = [];
  let written = '';
  const fetchIt: Fetch = (url, init) => fetch(url, init);
  const deps = {
    fetch: fetchIt,
    sleep: async (ms: number) => {
      slept.push(ms);
    },
    stderr: {
      write: (text: string) => {
        written += text;
      },
    },
  };
  const outcome = withPings(
    deps,
    {
      pingUrl,
      secrets,
      tellError: async (error) => ({ exitCode: 1, text: `Told: ${String(error)}` }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    },
    job,
  );
  return { outcome, slept, stderr: () => written };
}

describe('the pings of a job', () => {
  it('tell that it begins before it does, and after it the exit code with the log', async () => {
    const { url, heard } = await aListener();
    let heardBefore = 0;
    const { outcome, stderr } = runJob(url + secretPath, async (deps) => {
      heardBefore = heard.length;
      deps.stderr.write('Asking Clarity ...\n');
      deps.stderr.write('Fünf Tage fehlen.\n');
      return 0;
    });
    expect(await outcome).toBe(0);
    expect(heardBefore).toBe(1);
    const rid = heard[0]?.rid;
    expect(rid).toMatch(uuid);
    const ping = { method: 'POST', rid, contentType: 'text/plain; charset=utf-8' };
    expect(heard).toEqual([
      { ...ping, path: `${secretPath}/start`, body: '' },
      { ...ping, path: `${secretPath}/0`, body: 'Asking Clarity ...\nFünf Tage fehlen.\n' },
    ]);
    expect(stderr()).toBe('Asking Clarity ...\nFünf Tage fehlen.\n');
  });

  it('have another id for each run', async () => {
    const { url, heard } = await aListener();
    await runJob(url, async () => 0).outcome;
    await runJob(url, async () => 0).outcome;
    expect(new Set(heard.map(({ rid }) => rid)).size).toBe(2);
  });

  it('tell a failure by its exit code', async () => {
    const { url, heard } = await aListener();
    expect(await runJob(url, async () => 5).outcome).toBe(5);
    expect(heard.map(({ path }) => path)).toEqual(['/start', '/5']);
  });

  it('tell what an error says, and leave the error to the caller', async () => {
    const { url, heard } = await aListener();
    const { outcome } = runJob(url, async (deps) => {
      deps.stderr.write('Asking Clarity ...\n');
      throw new Error('the disk is full');
    });
    await expect(outcome).rejects.toThrow('the disk is full');
    expect(heard[1]).toMatchObject({
      path: '/1',
      body: 'Asking Clarity ...\nTold: Error: the disk is full\n',
    });
  });

  it('are not sent without a URL', async () => {
    const { outcome, stderr } = runJob(undefined, async (deps) => {
      deps.stderr.write('done\n');
      return 0;
    });
    expect(await outcome).toBe(0);
    expect(stderr()).toBe('done\n');
  });

  it.each([
    ['/hc/ping/uuid/', '/hc/ping/uuid/start'],
    ['/key/slug?create=1', '/key/slug/start?create=1'],
    ['/key/slug/?create=1#top', '/key/slug/start?create=1'],
    ['', '/start'],
  ])('go below %j', async (base, path) => {
    const { url, heard } = await aListener();
    await runJob(url + base, async () => 0).outcome;
    expect(heard[0]?.path).toBe(path);
  });
});

describe('a monitor that fails', () => {
  it.each([500, 404, 302, 'stall', 'hang-up'] as const)(
    'does not change the outcome: %s',
    async (reply) => {
      const { url, host, heard } = await aListener(reply, reply, reply);
      const { outcome, stderr, slept } = runJob(
        url + secretPath,
        async () => 4,
        // Time enough to be heard on a busy machine; only a stall takes all of it.
        reply === 'stall' ? { timeoutMs: 1_000 } : {},
      );
      expect(await outcome).toBe(4);
      expect(heard.map(({ path }) => path)).toEqual([
        `${secretPath}/start`,
        `${secretPath}/4`,
        `${secretPath}/4`,
      ]);
      expect(slept).toEqual([1000]);
      expect(stderr().split('\n')).toEqual([
        expect.stringContaining(`Warning: the ping at the start did not reach ${host} (`),
        expect.stringContaining(`Warning: the ping at the end did not reach ${host} (`),
        '',
      ]);
      expect(stderr()).not.toContain('secret');
    },
  );

  it('does not change the outcome when nobody listens', async () => {
    const host = await aClosedHost();
    const { outcome, stderr } = runJob(`http://${host}${secretPath}`, async () => 0);
    expect(await outcome).toBe(0);
    expect(stderr()).toBe(
      `Warning: the ping at the start did not reach ${host} (ECONNREFUSED).\n` +
        `Warning: the ping at the end did not reach ${host} (ECONNREFUSED).\n`,
    );
    expect(stderr()).not.toContain('secret');
  });

  it('gets the end at the second try', async () => {
    const { url, heard } = await aListener(200, 503, 200);
    const { outcome, stderr } = runJob(url, async () => 0);
    expect(await outcome).toBe(0);
    expect(heard.map(({ path }) => path)).toEqual(['/start', '/0', '/0']);
    expect(stderr()).toBe('');
  });

  it('does not hide the error of the job', async () => {
    const { url } = await aListener(500, 500, 500);
    const { outcome } = runJob(url, async () => {
      throw new Error('the disk is full');
    });
    await expect(outcome).rejects.toThrow('the disk is full');
  });
});

describe('the log in a ping', () => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.very.secret';

  async function bodyOf(secrets: string[], ...texts: string[]): Promise<string> {
    const { url, heard } = await aListener();
    await runJob(
      url,
      async ({ stderr }) => {
        for (const text of texts) stderr.write(text);
        return 0;
      },
      { secrets },
    ).outcome;
    return heard[1]?.body ?? '';
  }

  it('is the last 10 kB, cut between characters', async () => {
    const body = await bodyOf([], 'begin\n', 'ü'.repeat(5_000), '\nend');
    expect(body).toBe(`${'ü'.repeat(4_998)}\nend`);
  });

  it('holds no secret, also not one written in two pieces', async () => {
    const body = await bodyOf(
      [token, 'p$w.d'],
      `bad token ${token}, `,
      `again ${token.slice(0, 9)}`,
      `${token.slice(9)} and P$W.D\n`,
    );
    expect(body).toBe('bad token [secret], again [secret] and [secret]\n');
  });

  it.each([0, 5, 20])('holds no part of a secret that the cut goes through, %i in', async (cut) => {
    // The token begins so that its last characters would be the first of the tail.
    const rest = 'x'.repeat(10_000 - (token.length - cut));
    const body = await bodyOf([token], `${token}${rest}`);
    expect(body).not.toMatch(/eyJ|very|ecret\.|\.secret/);
    expect(body.replace(/^.*?\]/, '')).toBe(rest);
  });

  it('holds no secret of a log that is longer than is remembered', async () => {
    const line = `x${token}y`;
    const body = await bodyOf([token], ...Array.from({ length: 20_000 }, () => line));
    expect(body).toMatch(/^[x[\]secrty]*$/);
    expect(body).toHaveLength(10_000);
    expect(body).not.toContain('very');
  });

  it('holds no commands to a terminal', async () => {
    expect(await bodyOf([], '\u001B[31mred\u001B[39m\n')).toBe('red\n');
  });
});
