import { join } from 'node:path';
import { openDatabase } from '@clarity-keep/db';
import { askQuestion, pagesFrustration } from '@clarity-keep/queries';
import autocannon from 'autocannon';
import type { Benchmark } from '../benchmark.ts';
import { PROJECT, keptDatabase } from '../data/kept-database.ts';
import { bundles, peers } from '../measure/bundles.ts';
import { sideBySide } from '../measure/side-by-side.ts';
import { startServer } from '../measure/start-server.ts';

const CONNECTIONS = 50;
/** Place of that sum in a row of the question's SQL. */
const RAGE_CLICK_EVENTS = 6;
const input = { from: '2026-11-16', to: '2026-11-22', rank: 'signals' } as const;

/** The ranking as the dashboard asks for it, against the same SQL behind a bare route. */
export const pagesOverHttp: Benchmark = {
  name: 'http',
  async run({ folder, isQuick, say }) {
    const seconds = isQuick ? 1 : 5;
    const runs = isQuick ? 1 : 3;
    say(`http: ${CONNECTIONS} connections, ${runs} times ${seconds} s each`);
    const database = await keptDatabase(folder, { count: 100_000, days: 30, pages: 500 });
    const { sql, values, sortColumn } = await recordedSql(database);
    await using ours = await startServer([bundles.server], {
      DATABASE_URL: `file:${database}`,
      CLARITY_PROJECT_ID: PROJECT,
      PORT: '0',
    });
    await using bare = await startServer([
      join(peers, 'bare-route.ts'),
      database,
      sql,
      JSON.stringify(values),
      String(sortColumn),
    ]);
    const question = `/trpc/pages.frustration?input=${encodeURIComponent(JSON.stringify(input))}`;
    const result = await sideBySide({
      ours: () => requestsPerSecond(`${ours.url}${question}`, seconds),
      peer: () => requestsPerSecond(`${bare.url}/pages`, seconds),
      runs,
    });
    return [
      {
        ...result,
        what: `pages.frustration over HTTP, ${CONNECTIONS} connections`,
        unit: 'requests/s',
        against: 'a bare Fastify route with the same SQL',
        target: 'at least half',
        isMet: result.peer === null || result.ours >= result.peer / 2,
      },
    ];
  },
};

async function requestsPerSecond(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`Expected only answers, got ${result.non2xx} refusals of ${url}.`);
  }
  return result.requests.average;
}

/** The SQL that adds up the pages, as our question runs it. */
async function recordedSql(path: string) {
  const db = openDatabase({ url: `file:${path}`, cwd: '/', mustExist: true });
  try {
    const texts: string[] = [];
    const prepare = db.sql.prepare.bind(db.sql);
    Object.assign(db.sql, {
      prepare: (sql: string) => {
        texts.push(sql);
        return prepare(sql);
      },
    });
    await askQuestion(pagesFrustration, { db, now: new Date(), defaultProject: PROJECT }, input);
    const sql = texts.find((text) => text.includes('day_facts') && text.includes('GROUP BY'));
    if (sql === undefined) throw new Error('Expected the question to add up day_facts.');
    const { from, to } = input;
    return {
      sql,
      values: { projectId: PROJECT, breakdown: 'page', from, to },
      sortColumn: RAGE_CLICK_EVENTS,
    };
  } finally {
    await db.close();
  }
}
