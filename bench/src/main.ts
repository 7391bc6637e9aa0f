import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Benchmark, Result } from './benchmark.ts';
import { collectOnce } from './cases/collect-once.ts';
import { help } from './cases/help.ts';
import { importSessions } from './cases/import-sessions.ts';
import { pagesOverHttp } from './cases/pages-over-http.ts';
import { serverUnderLoad } from './cases/server-under-load.ts';
import { tutorialQuestions } from './cases/tutorial-questions.ts';
import { weeklyReport } from './cases/weekly-report.ts';
import { findPython } from './measure/find-python.ts';
import { machine } from './print/machine.ts';
import { resultTable } from './print/result-table.ts';

const benchmarks: readonly Benchmark[] = [
  help,
  collectOnce,
  importSessions,
  tutorialQuestions,
  weeklyReport,
  pagesOverHttp,
  serverUnderLoad,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: benchmarks.map(({ name }) => name) },
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
  },
});
const names = benchmarks.map(({ name }) => name);
const unknown = values.only.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`--only must be one of ${names.join(', ')}, not ${unknown}.`);
  process.exit(2);
}

const say = (line: string) => console.error(line);
const python = findPython();
if (python === null) {
  say("There is no python3 with sqlite3 here: the tutorial's figures are left out.");
}
const folder = await mkdtemp(join(tmpdir(), 'clarity-keep-bench-'));
const results: Result[] = [];
try {
  for (const benchmark of benchmarks.filter(({ name }) => values.only.includes(name))) {
    const context = { folder, python, isQuick: values.quick, isLarge: values.large, say };
    results.push(...(await benchmark.run(context)));
  }
} finally {
  await rm(folder, { recursive: true });
}

console.log(`${machine()}\n\n${resultTable(results)}`);
const outcome = { at: new Date().toISOString(), machine: machine(), ...values, results };
const out = join(import.meta.dirname, '../results');
await mkdir(out, { recursive: true });
await writeFile(join(out, 'latest.json'), `${JSON.stringify(outcome, null, 2)}\n`);
