import { COLLECT_WAIT_MINUTES } from '@clarity-keep/collection';
import type { JobRuns } from './daemon-jobs.ts';

/** The jobs of the daemon; what they need is loaded when they run. */
export const jobRuns: JobRuns = {
  async collect(deps) {
    const { runPingedCollect } = await import('../collect/run-pinged.ts');
    return runPingedCollect(deps, { wait: COLLECT_WAIT_MINUTES, dryRun: false, json: false });
  },
  async report(deps) {
    const { runReportJob } = await import('@clarity-keep/reporting');
    const { openTransport } = await import('@clarity-keep/mail');
    const { exitCode } = await runReportJob({
      ...deps,
      openTransport: (settings) => Promise.resolve(openTransport(settings)),
    });
    return exitCode;
  },
};
