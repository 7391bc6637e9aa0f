import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { PROJECT, keptDatabase } from '../data/kept-database.ts';
import { bundles } from '../measure/bundles.ts';
import { median } from '../measure/median.ts';
import { runProcess } from '../measure/run-process.ts';

const WEEK = '2026-W47';

/** The report of a big site, from the database to the files: the whole process. */
export const weeklyReport: Benchmark = {
  name: 'report',
  async run({ folder, isQuick, say }) {
    const pages = isQuick ? 500 : 5_000;
    const runs = isQuick ? 1 : 7;
    say(`report: ${pages} pages x 14 days, ${runs} times`);
    const database = await keptDatabase(folder, { count: pages * 100, days: 14, pages });
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
        what: `weekly report, ${pages.toLocaleString('en')} pages x 14 days`,
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
