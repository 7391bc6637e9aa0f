import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { PROJECT, keptDatabase } from '../data/kept-database.ts';
import { bundles } from '../measure/bundles.ts';
import { median } from '../measure/median.ts';
import { runProcess } from '../measure/run-process.ts';

const WEEK = '2026-W47';

/** The week, and the eight before that it is held against. */
const DAYS = 63;

/** The report of a big site, from the database to the files: the whole process. */
export const weeklyReport: Benchmark = {
  name: 'report',
  async run({ folder, isQuick, say }) {
    const pages = isQuick ? 500 : 5_000;
    const runs = isQuick ? 1 : 7;
    say(`report: ${pages} pages x ${DAYS} days, ${runs} times`);
    // Fifty sessions a page and week: enough to judge most of them.
    const count = (pages * 50 * DAYS) / 7;
    const database = await keptDatabase(folder, { count, days: DAYS, pages });
    const out = join(folder, 'report');
    await mkdir(out, { recursive: true });
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const { milliseconds } = await runProcess({
        command: process.execPath,
        args: [bundles.weeklyReport, 'preview', '--week', WEEK, '--out', out],
        env: {
          DATABASE_URL: `file:${database}`,
          CLARITY_PROJECT_ID: PROJECT,
          REPORT_FROM: 'Clarity Keep <keep@example.com>',
          REPORT_TO: 'owner@example.com',
        },
        cwd: folder,
      });
      times.push(milliseconds);
    }
    const html = (await readdir(out)).find((name) => name.endsWith('.html'));
    if (html === undefined) throw new Error(`Expected an HTML file in ${out}, found none.`);
    const kilobytes = (await stat(join(out, html))).size / 1000;
    const alone = { peer: null, against: '-' };
    return [
      {
        ...alone,
        what: `weekly report, ${pages.toLocaleString('en')} pages x ${DAYS} days`,
        ours: median(times),
        unit: 'ms',
        target: 'under 2,000 ms',
        isMet: median(times) < 2_000,
      },
      {
        ...alone,
        what: 'its HTML',
        ours: kilobytes,
        unit: 'KB',
        target: 'under 100 KB',
        isMet: kilobytes < 100,
      },
    ];
  },
};
