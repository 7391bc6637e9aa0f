import { copyFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createSite, sessionRecordsAnswer } from '@clarity-keep/simulator';
import type { Benchmark } from '../benchmark.ts';
import { removeDatabase } from '../data/remove-database.ts';
import { bundles, peers } from '../measure/bundles.ts';
import { runProcess } from '../measure/run-process.ts';
import { sideBySide } from '../measure/side-by-side.ts';

const SESSIONS_A_DAY = 1_000;
const DAY_MS = 86_400_000;

/**
 * The daily job, the whole process: one answer of session records from a local server, into a
 * database that holds the day before.
 */
export const collectOnce: Benchmark = {
  name: 'collect',
  async run({ folder, python, isQuick, say }) {
    const runs = isQuick ? 3 : 25;
    say(`collect: ${runs} times each`);
    await using server = await serveAnswers();
    const env = {
      CLARITY_API_URL: server.url,
      CLARITY_API_TOKEN: 'bench-token',
      CLARITY_PROJECT_ID: 'bench',
    };
    const collect = (database: string) =>
      runProcess({
        command: process.execPath,
        args: [bundles.collector, 'collect', '--days', '1'],
        env: { ...env, DATABASE_URL: `file:${database}` },
        cwd: folder,
      });
    const collectAsTutorial = (database: string) =>
      runProcess({
        command: python ?? '',
        args: [join(peers, 'tutorial_collect.py'), database],
        env,
      });
    const onCopyOf = (start: string, run: typeof collect) => async () => {
      const database = join(folder, 'collect-run.db');
      await removeDatabase(database);
      await copyFile(start, database);
      return (await run(database)).milliseconds;
    };
    const start = { ours: join(folder, 'collect-ours.db'), peer: join(folder, 'collect-peer.db') };
    await collect(start.ours);
    if (python !== null) await collectAsTutorial(start.peer);
    server.nextDay();
    const { ours, peer } = await sideBySide({
      ours: onCopyOf(start.ours, collect),
      peer: python === null ? null : onCopyOf(start.peer, collectAsTutorial),
      runs,
    });
    return [
      {
        what: `collect, one answer of ${SESSIONS_A_DAY.toLocaleString('en')} sessions`,
        ours,
        peer,
        unit: 'ms',
        against: "the tutorial's script: Python urllib and sqlite3",
        target: 'no slower',
        isMet: peer === null || ours <= peer,
      },
    ];
  },
};

/** Answers every request with the same body, made before: what is measured is the asking. */
async function serveAnswers() {
  const site = createSite({ seed: 3, sessionsPerDay: SESSIONS_A_DAY });
  const noon = Date.parse('2026-11-21T12:00:00Z');
  const bodies = [noon, noon + DAY_MS].map((end) =>
    JSON.stringify(sessionRecordsAnswer({ site, end, numOfDays: 1 })),
  );
  let today = 0;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(bodies[today]);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  return {
    url: `http://127.0.0.1:${address.port}/export-data/api/v1/project-live-insights`,
    nextDay: () => {
      today = 1;
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
      }),
  };
}
