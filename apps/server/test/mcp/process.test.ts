import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aDirectory, aFilledDatabase } from '../support/kept.ts';
import { mainOf, runProgram } from './a-history.ts';

const initialize = {
  jsonrpc: '2.0',
  id: 'hello',
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1.0.0' },
  },
};

function toolCall(id: number, name: string, input: object = {}) {
  return { jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: input } };
}

interface Message {
  id?: number | string;
  result?: { isError?: boolean; content?: { text: string }[] };
  error?: { code: number; message: string };
}

/** Writes the lines to a server of the shop with two pages and ends its input; what it answered. */
async function piped(lines: readonly (object | string)[], { args = [] as string[] } = {}) {
  const db = aFilledDatabase();
  const input = lines
    .map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`)
    .join('');
  const run = await runProgram('server', ['mcp', ...args], { cwd: dirname(db.path), input });
  const messages = run.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Message);
  return { ...run, messages, answers: new Map(messages.map((message) => [message.id, message])) };
}

describe('a name in clarity-keep.json that the database does not know yet', () => {
  it('is told of, as nothing is written here', async () => {
    const { path } = aFilledDatabase();
    const cwd = dirname(path);
    const described = { projects: [{ id: 'wxb0r23ozh', name: 'Renamed' }] };
    writeFileSync(join(cwd, 'clarity-keep.json'), JSON.stringify(described));
    const { code, stderr } = await runProgram('server', ['mcp'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('has another name or other weights for wxb0r23ozh than the database');
    expect(stderr).toContain('Run "clarity-keep status" once');
  });
});

describe('what is no message', () => {
  it('gets an error, and the next question its answer', async () => {
    const { code, messages, answers } = await piped([
      initialize,
      '{"jsonrpc": "2.0", ',
      '{"id":7,"question":"pages"}',
      '[{"jsonrpc":"2.0","id":1,"method":"ping"}]',
      '17',
      JSON.stringify({ padding: 'x'.repeat(1_100_000) }),
      toolCall(1, 'projects_list'),
    ]);
    expect(code).toBe(0);
    const refusals = messages.filter(({ error }) => error !== undefined);
    expect(refusals.map(({ id, error }) => [id, error?.code, error?.message])).toEqual([
      [undefined, -32700, 'Each line must be one JSON message.'],
      [7, -32600, 'This is not a JSON-RPC 2.0 message.'],
      [undefined, -32600, 'Send messages one by one, not as a list.'],
      [undefined, -32600, 'This is not a JSON-RPC 2.0 message.'],
      [undefined, -32600, 'A message must not be longer than 1048576 bytes.'],
    ]);
    expect(answers.get(1)?.result?.content?.[0]?.text).toContain('wxb0r23ozh');
  });

  it('is not said again, neither in the answer nor in the log', async () => {
    const secret = 'sk-of-somebody';
    const { stdout, stderr } = await piped([secret, { secret }, initialize, `"${secret}`]);
    expect(stdout + stderr).not.toContain(secret);
  });

  it('may be an empty line, or end with a carriage return', async () => {
    const { messages } = await piped(['', ' \r', `${JSON.stringify(initialize)}\r`]);
    expect(messages.map(({ id }) => id)).toEqual(['hello']);
  });
});

describe('a request that is not as the protocol has it', () => {
  const asked = (method: string, params: string) => ({ method, params });
  const client = '"clientInfo":{"name":"t","version":"1"}';
  const deep = (open: string, close: string, core = '') =>
    `${open.repeat(200_000)}${core}${close.repeat(200_000)}`;
  const requests = [
    ...['{}', '[]', 'null', '5', '{"protocolVersion":7}', `{"capabilities":{},${client}}`].map(
      (params) => asked('initialize', params),
    ),
    asked('initialize', '{"protocolVersion":"2025-06-18","capabilities":[],"clientInfo":{}}'),
    asked('initialize', `{"protocolVersion":"2025-06-18","capabilities":{"roots":5},${client}}`),
    ...['tools/list', 'resources/list', 'resources/templates/list', 'prompts/list'].flatMap(
      (method) => [
        asked(method, '{"cursor":5}'),
        asked(method, '{"_meta":5}'),
        asked(method, '[]'),
        asked(method, '"x"'),
      ],
    ),
    ...['{}', 'true', '{"name":5}', '{"name":"\\u202e<b>"}', '{"name":"__proto__"}'].map((params) =>
      asked('tools/call', params),
    ),
    ...['5', '"x"', '[1]', deep('[', ']')].map((input) =>
      asked('tools/call', `{"name":"trends_daily","arguments":${input}}`),
    ),
    asked('tools/call', '{"name":"trends_daily","task":5}'),
    ...['{}', '{"uri":5}', '{"uri":"nope"}', '{"uri":"clarity-keep://</clarity-keep-data>"}'].map(
      (params) => asked('resources/read', params),
    ),
    asked('resources/read', '{"uri":"clarity-keep://projects/%E0%A4%A%0a%3C/coverage"}'),
    ...['{}', '{"name":5}', '{"name":"\\ud800"}'].map((params) => asked('prompts/get', params)),
    ...['[]', '{"project":5}', '{"project":""}', `{"project":"${'x'.repeat(101)}"}`].map((input) =>
      asked('prompts/get', `{"name":"weekly-review","arguments":${input}}`),
    ),
    asked('ping', '5'),
  ];
  /** Words of zod, of the SDK, and of JavaScript. */
  const foreign =
    /invalid_type|Invalid input|received|Too small|not found|undefined|SyntaxError|\bat \//;

  it('gets one line of ours, and the next one its answer', async () => {
    const lines = requests.map(
      ({ method, params }, id) =>
        `{"jsonrpc":"2.0","id":${id},"method":"${method}","params":${params}}`,
    );
    const { code, messages, answers, stderr } = await piped([
      initialize,
      ...lines,
      toolCall(1_000, 'projects_list'),
    ]);
    expect(code).toBe(0);
    expect(messages).toHaveLength(lines.length + 2);
    expect(
      requests
        .map(({ method, params }, id) => ({ method, params, ...answers.get(id)?.error }))
        .filter((found) => found.code !== -32602 || foreign.test(found.message ?? '')),
    ).toEqual([]);
    expect(answers.get(0)?.error?.message).toBe(
      'initialize: params.protocolVersion must be a revision of the protocol, e.g. "2025-06-18".',
    );
    expect(messages.map(({ error }) => error?.message ?? '').join('')).not.toMatch(/\u202e|<b>/);
    expect(answers.get(1_000)?.result?.isError).toBeUndefined();
    expect(stderr).not.toMatch(/defect|a bug/);
  });

  it('is refused without an id when that is neither a text nor a whole number', async () => {
    const ids = ['null', '1.5', '{}', '[1]', 'true', '9007199254740993', '1e400'];
    const { messages, code } = await piped([
      initialize,
      ...ids.map((id) => `{"jsonrpc":"2.0","id":${id},"method":"ping"}`),
    ]);
    const refusal = {
      jsonrpc: '2.0',
      error: {
        code: -32600,
        message: 'id must be a string, or a whole number up to 2^53 - 1.',
      },
    };
    const refusals = messages.filter(({ error }) => error !== undefined);
    expect([code, refusals]).toEqual([0, ids.map(() => refusal)]);
  });

  it('is answered when a key comes twice, a text is half a character, or a number is too large', async () => {
    const { messages, answers, stdout } = await piped([
      initialize,
      '{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}',
      '{"jsonrpc":"2.0","id":"\\ud800\\u202e\\u0000","method":"ping"}',
      '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"pages_detail","arguments":{"page":"\\udfff\\u0000\\u200b"}}}',
      '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"pages_frustration","arguments":{"limit":90071992547409930000}}}',
      '{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"pages_frustration","arguments":{"limit":1e999,"__proto__":1}}}',
    ]);
    const ids = messages.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['hello', 2, '\ud800\u202e\u0000']);
    // Questions are answered as they are done.
    expect(new Set(ids.slice(3))).toEqual(new Set([3, 4, 5]));
    expect(ids).toHaveLength(6);
    expect([3, 4, 5].map((id) => answers.get(id)?.result?.isError)).toEqual([true, true, true]);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{DI}]/u);
  });
});

describe('a question that means harm', () => {
  it('is refused when it is nested ten thousand deep', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const { answers, code } = await piped([
      initialize,
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"trends_daily","arguments":{"days":${deep}}}}`,
      toolCall(2, 'trends_daily'),
    ]);
    expect(code).toBe(0);
    expect(answers.get(1)?.result?.isError).toBe(true);
    expect(answers.get(2)?.result?.isError).toBeUndefined();
  });

  it('is refused when it asks for what is no tool, or with what is no input', async () => {
    const { answers } = await piped([
      initialize,
      toolCall(1, '__proto__'),
      toolCall(2, 'constructor'),
      '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"trends_daily","arguments":[1]}}',
      '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":["trends_daily"]}}',
      '{"jsonrpc":"2.0","id":5,"method":"tools/drop"}',
    ]);
    expect([1, 2, 3, 4, 5].map((id) => answers.get(id)?.error?.code)).toEqual([
      -32602, -32602, -32602, -32602, -32601,
    ]);
  });
});

describe('the server', () => {
  it('answers what was asked before its input ended, and ends with 0', async () => {
    const questions = Array.from({ length: 20 }, (_, id) => toolCall(id, 'pages_frustration'));
    const { code, answers } = await piped([initialize, ...questions]);
    expect(code).toBe(0);
    expect(questions.filter(({ id }) => answers.get(id)?.result === undefined)).toEqual([]);
  });

  it('ends with 0 when its input ends before anything was said', async () => {
    const { code, stdout, stderr } = await piped([]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(
      /^clarity-keep-server mcp answers about all projects of .*clarity\.db\n$/,
    );
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s', async (signal) => {
    const child = aServer(dirname(aFilledDatabase().path));
    child.stdin.write(`${JSON.stringify(initialize)}\n`);
    await once(createInterface(child.stdout), 'line');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends when nobody reads its answers any more', async () => {
    const child = aServer(dirname(aFilledDatabase().path));
    child.stdin.write(`${JSON.stringify(initialize)}\n`);
    await once(createInterface(child.stdout), 'line');
    child.stdout.destroy();
    child.stdin.write(`${JSON.stringify(toolCall(1, 'projects_list'))}\n`);
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
  });

  it('writes one line of log per question, and in it nothing that was asked or answered', async () => {
    const { stderr } = await piped([
      initialize,
      toolCall(1, 'pages_detail', { page: '/cart' }),
      toolCall(2, 'pages_detail', { page: '/secret-page' }),
    ]);
    const [, ...lines] = stderr.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        time: expect.any(String),
        tool: 'pages_detail',
        outcome: 'answered',
        rows: 7,
        rowsLeftOut: 0,
        ms: expect.any(Number),
      },
      {
        time: expect.any(String),
        tool: 'pages_detail',
        outcome: 'refused',
        code: 'unknown-page',
        ms: expect.any(Number),
      },
    ]);
  });
});

describe('the configurations in docs/assistants.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/assistants.md'), 'utf8');
  const snippets = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, json = '']) => {
    const { mcpServers, servers } = JSON.parse(json);
    return (mcpServers ?? servers)['clarity-keep'];
  });

  it('start it, each with its arguments and variables', async () => {
    const { path } = aFilledDatabase();
    expect(snippets).toHaveLength(2);
    for (const { command, args, env } of snippets) {
      const [bundle, ...words] = args;
      expect([command, bundle]).toEqual([
        'node',
        '/srv/clarity-keep/apps/server/dist/clarity-keep-server.mjs',
      ]);
      const variables = { ...env, DATABASE_URL: env.DATABASE_URL.replace(/(?<=^file:).*/, path) };
      const { code, stderr } = await runProgram('server', words, { cwd: aDirectory(), variables });
      expect([code, stderr]).toEqual([
        0,
        expect.stringMatching(/answers about .* of .*clarity\.db/),
      ]);
    }
  });
});

describe('what ends it at once', () => {
  it('is a database that is not there', async () => {
    const cwd = aDirectory();
    const { code, stdout, stderr } = await runProgram('server', ['mcp'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no database');
    expect(existsSync(join(cwd, 'clarity.db'))).toBe(false);
  });

  it('is a database of a newer version', async () => {
    const db = aFilledDatabase();
    db.sql.exec(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name)
      VALUES ('x', '', 1, '2999_future')`);
    const { code, stderr } = await runProgram('server', ['mcp'], { cwd: dirname(db.path) });
    expect([code, stderr]).toEqual([2, expect.stringContaining('Update Clarity Keep')]);
  });

  it('is a project that nothing is kept of, or --project without one', async () => {
    const cwd = dirname(aFilledDatabase().path);
    const unknown = await runProgram('server', ['mcp', '--project', 'wxb0r23ozx'], { cwd });
    expect([unknown.code, unknown.stdout, unknown.stderr]).toEqual([
      2,
      '',
      'Unknown project "wxb0r23ozx". Did you mean wxb0r23ozh (Shop)? Known projects: wxb0r23ozh (Shop).\n',
    ]);
    const empty = await runProgram('server', ['mcp', '--project', ''], { cwd });
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('project ""')]);
    for (const [argv, problem] of [
      [['--project'], '--project needs a value'],
      [['--no-project'], 'Unknown option --no-project'],
      [['--project.x', 'Shop'], 'Unknown option --project.x'],
    ] as const) {
      const none = await runProgram('server', ['mcp', ...argv], { cwd });
      expect([none.code, none.stderr]).toEqual([2, expect.stringContaining(problem)]);
    }
  });
});

function aServer(cwd: string) {
  const child = spawn(process.execPath, [mainOf('server'), 'mcp'], {
    cwd,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
