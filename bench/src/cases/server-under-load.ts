import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createSite, startSimulator } from '@clarity-keep/simulator';
import autocannon from 'autocannon';
import type { Benchmark } from '../benchmark.ts';
import { importRecords, keptDatabase, PROJECT } from '../data/kept-database.ts';
import { recordFile } from '../data/record-file.ts';
import { bundles } from '../measure/bundles.ts';
import { runProcess } from '../measure/run-process.ts';
import { startServer } from '../measure/start-server.ts';

const CONNECTIONS = 50;
const WARM_UP_MS = 5_000;
const LOOK_EVERY_MS = 1_000;
const BYTES_A_KILOBYTE = 1024;
/** A busy machine is slow, which is no failure. */
const PATIENCE_SECONDS = 60;
/** Node lets its young generation grow in steps while it is busy; what is in use goes back to 25 MB each time. */
const MOST_MEGABYTES = 320;

const input = encodeURIComponent(JSON.stringify({ from: '2026-11-16', to: '2026-11-22' }));

/** The server for a minute, asked on many connections, while imports and collections write without a pause. */
export const serverUnderLoad: Benchmark = {
  name: 'load',
  async run({ folder, isQuick, say }) {
    const seconds = isQuick ? 5 : 60;
    say(`load: ${CONNECTIONS} connections for ${seconds} s, while others write`);
    const database = await keptDatabase(folder, { count: 100_000, days: 30, pages: 500 });
    const records = await recordFile(folder, { count: 20_000, days: 10, pages: 200 });
    await using server = await startServer([bundles.server], {
      DATABASE_URL: `file:${database}`,
      CLARITY_PROJECT_ID: PROJECT,
      PORT: '0',
    });
    let isOver = false;
    const writing = writeUntil(() => isOver, { folder, database, records });
    const memory = watchMemory(server.pid, () => isOver);
    const { latency, non2xx, errors, requests } = await autocannon({
      url: `${server.url}/trpc/pages.frustration?input=${input}`,
      connections: CONNECTIONS,
      duration: seconds,
      timeout: PATIENCE_SECONDS,
    });
    isOver = true;
    const rounds = await writing;
    const { first, most, last } = await memory;
    const failed = non2xx + errors;
    const what = `${CONNECTIONS} connections for ${seconds} s, ${rounds} imports and collections meanwhile`;
    say(`load: memory ${first} MB when warm, ${most} MB at most, ${last} MB at the end`);
    return [
      {
        what: `${what}: 99 % are answered in`,
        ours: latency.p99,
        peer: null,
        unit: 'ms',
        against: '-',
        target: `none fails, ${failed} of ${requests.total} did`,
        isMet: failed === 0,
      },
      {
        what: 'the same: memory of the server, at most',
        ours: most,
        peer: null,
        unit: 'MB',
        against: '-',
        target: `flat, below ${MOST_MEGABYTES} MB`,
        isMet: most < MOST_MEGABYTES,
      },
    ];
  },
};

/** Imports and collects into other projects until it is over; how often each was done. Every run has to succeed. */
async function writeUntil(
  isOver: () => boolean,
  { folder, database, records }: { folder: string; database: string; records: string },
): Promise<number> {
  let rounds = 0;
  while (!isOver()) {
    rounds += 1;
    const simulator = await startSimulator({
      now: Date.now,
      site: createSite({ seed: rounds, sessionsPerDay: 500 }),
    });
    await Promise.all([
      importRecords(records, database, `import${rounds}`),
      runProcess({
        command: process.execPath,
        args: [bundles.collector, 'collect'],
        env: {
          CLARITY_API_URL: simulator.url,
          CLARITY_API_TOKEN: simulator.token,
          CLARITY_PROJECT_ID: simulator.projectId,
          DATABASE_URL: `file:${database}`,
        },
        cwd: folder,
      }),
    ]);
    await simulator.close();
  }
  return rounds;
}

/** Megabytes that a process holds: once it is warm, at most, and when it is over. */
async function watchMemory(
  pid: number,
  isOver: () => boolean,
): Promise<{ first: number; most: number; last: number }> {
  await pause(WARM_UP_MS);
  const seen = [await residentMegabytes(pid)];
  while (!isOver()) {
    await pause(LOOK_EVERY_MS);
    seen.push(await residentMegabytes(pid));
  }
  return { first: seen[0] ?? 0, most: Math.max(...seen), last: seen.at(-1) ?? 0 };
}

async function residentMegabytes(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Math.round(Number(stdout) / BYTES_A_KILOBYTE);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
