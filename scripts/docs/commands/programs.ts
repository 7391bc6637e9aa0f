import { program as collector } from '../../../apps/collector/src/program.ts';
import { program as server } from '../../../apps/server/src/define-program.ts';
import { program as weeklyReport } from '../../../apps/weekly-report/src/program.ts';
import type { DescribedProgram } from './describe-program.ts';

/** The three programs as they define themselves. */
export const programs: readonly DescribedProgram[] = [collector, weeklyReport, server];
