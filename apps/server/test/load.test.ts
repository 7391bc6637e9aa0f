// @module-tag slow
import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { openDatabase } from '@clarity-keep/db';
import { createSite, generateSessionRecords, startSimulator } from '@clarity-keep/simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ended, aServerProcess, programs } from './a-process.ts';
import { aKey } from './a-server.ts';
import { aDirectory } from './kept.ts';

const CONNECTIONS = 50;
const RECORDS = 5_000;

describe(`${CONNECTIONS} connections, while others collect and import`, () => {
  it('are answered, and nothing that is written is lost', () =>
    expectAnswersWhileOthersWrite({ seconds: 0 }));

  it('are answered for a minute', { tags: ['soak'] }, () =>
    expectAnswersWhileOthersWrite({ seconds: 60 }),
  );
});

/** Asks and writes for so many seconds, or as long as one collection and one import take. */
async function expectAnswersWhileOthersWrite({ seconds }: { seconds: number }): Promise<void> {
  const cwd = aDirectory();
  const db = openDatabase({ url: 'file:./clarity.db', cwd });
  onTestFinished(() => db.close());
  const key = aKey(db);
  const run = (args: string[], variables: Record<string, string>) =>
    ended(process.execPath, [programs.collector, ...args], { cwd, variables });
  // So that there is something to ask about from the first moment on.
  writeRecords(join(cwd, 'records.jsonl'), 0);
  await run(['import', 'records.jsonl'], { CLARITY_PROJECT_ID: 'blog0' });

  const { url } = await aServerProcess({
    cwd,
    variables: { REQUIRE_API_KEY: 'true', RATE_LIMIT: '0' },
  });
  let isOver = false;
  const asked = askUntil(() => isOver, { url, key, project: 'blog0' });
  const until = Date.now() + seconds * 1000;
  let rounds = 0;
  let calls = 0;
  do {
    rounds += 1;
    writeRecords(join(cwd, 'records.jsonl'), rounds);
    const simulator = await startSimulator({
      now: Date.now,
      site: createSite({ seed: rounds, sessionsPerDay: 300 }),
    });
    const ends = await Promise.all([
      run(['import', 'records.jsonl'], { CLARITY_PROJECT_ID: `blog${rounds}` }),
      run(['collect'], {
        CLARITY_API_URL: simulator.url,
        CLARITY_API_TOKEN: simulator.token,
        CLARITY_PROJECT_ID: simulator.projectId,
      }),
    ]);
    expect(ends.map(({ exitCode, stderr }) => [exitCode, /error|busy/i.test(stderr)])).toEqual([
      [0, false],
      [0, false],
    ]);
    calls += simulator.requests.length;
    await simulator.close();
  } while (Date.now() < until);
  isOver = true;
  const statuses = await asked;
  expect([...statuses.keys()]).toEqual([200]);
  expect(statuses.get(200)).toBeGreaterThan(CONNECTIONS);

  const kept = db.sql
    .prepare("SELECT COUNT(*) FROM sessions WHERE project_id LIKE 'blog%'")
    .pluck()
    .get();
  expect(kept).toBe((rounds + 1) * RECORDS);
  expect(db.sql.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.sql.prepare('SELECT last_used_at FROM api_keys').pluck().get()).not.toBeNull();
  const spent = db.sql
    .prepare("SELECT COUNT(*) FROM api_calls WHERE origin = 'collect'")
    .pluck()
    .get();
  expect([spent, calls]).toEqual([rounds * 9, rounds * 9]);
}

/** Asks on so many connections until it is over: how many answers of each status, 0 for none. */
async function askUntil(
  isOver: () => boolean,
  { url, key, project }: { url: string; key: string; project: string },
): Promise<Map<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const statuses = new Map<number, number>();
  const input = encodeURIComponent(JSON.stringify({ project }));
  const questions = ['pages.frustration', 'trends.daily', 'status.get', 'coverage.calendar'];
  const headers = { authorization: `Bearer ${key}` };
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, index) => {
      const question = `${url}/trpc/${questions[index % questions.length]}?input=${input}`;
      while (!isOver()) {
        const status = await new Promise<number>((resolve) => {
          get(question, { agent, headers }, (response) => {
            response.resume().on('end', () => resolve(response.statusCode ?? 0));
          }).on('error', () => resolve(0));
        });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );
  agent.destroy();
  return statuses;
}

function writeRecords(path: string, seed: number): void {
  const records = [...generateSessionRecords({ seed, count: RECORDS, days: 5, pages: 40 })];
  const lines = records.map(({ record, collectedAt }) =>
    JSON.stringify({ ...record, CollectedAt: collectedAt }),
  );
  writeFileSync(path, lines.join('\n'));
}
