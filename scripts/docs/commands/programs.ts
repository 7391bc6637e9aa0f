import type { Program } from '../../../packages/command-line/src/index.ts';
import { defineProgram as defineCollector } from '../../../apps/collector/src/define-program.ts';
import { defineProgram as defineServer } from '../../../apps/server/src/define-program.ts';
import { defineProgram as defineWeeklyReport } from '../../../apps/weekly-report/src/define-program.ts';

const nothing = () => Promise.resolve(0 as const);
const handlers = new Proxy({}, { get: () => nothing });

/** The three programs as they define themselves, with commands that do nothing. */
export const programs: readonly Program[] = [
  defineCollector(handlers as Parameters<typeof defineCollector>[0]),
  defineWeeklyReport(handlers as Parameters<typeof defineWeeklyReport>[0]),
  defineServer(handlers as Parameters<typeof defineServer>[0]),
];
