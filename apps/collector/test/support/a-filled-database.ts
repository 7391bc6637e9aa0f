import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSite, generateSessionRecords, insightsAnswer } from '@clarity-keep/simulator';
import { aSimulatedProject } from './a-simulated-project.ts';

const DAY_MS = 86_400_000;

/** Breakdowns that a collection asks for only when told to. */
const extras = ['Browser', 'OS', 'Country', 'Campaign', 'Channel'];

/**
 * A folder with a database in which every view has rows: two weeks of collections with a gap that Clarity
 * has forgotten, the extra breakdowns as saved answers, and session records of another project.
 */
export async function aFilledDatabase(): Promise<string> {
  const site = createSite({ seed: 7, sessionsPerDay: 400 });
  const shop = await aSimulatedProject({ at: '2026-11-03T05:00:00Z', site });
  const { folder, simulator, clock } = shop;

  async function run(projectId: string, ...argv: string[]): Promise<void> {
    const { exitCode, stderr } = await shop.run(argv, { CLARITY_PROJECT_ID: projectId });
    if (exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${exitCode}: ${stderr}`);
  }

  for (const days of [1, 1, 1, 1, 1, 6, 1, 1, 1]) {
    await run(simulator.projectId, 'collect');
    clock.now = new Date(clock.now.getTime() + days * DAY_MS);
  }
  const end = clock.now.toISOString();
  for (const dimension of extras) {
    const answer = insightsAnswer({
      site,
      end: clock.now.getTime(),
      numOfDays: 1,
      dimensions: [dimension],
    });
    writeFileSync(join(folder, 'body.json'), JSON.stringify(answer));
    await run(simulator.projectId, 'import', 'body.json', '--at', end);
  }
  const records = [...generateSessionRecords({ seed: 3, count: 2000, days: 10, pages: 20 })];
  const lines = records.map(({ record, collectedAt }) =>
    JSON.stringify({ ...record, CollectedAt: collectedAt }),
  );
  writeFileSync(join(folder, 'records.jsonl'), lines.join('\n'));
  await run('blog0blog0', 'import', 'records.jsonl');
  return folder;
}
