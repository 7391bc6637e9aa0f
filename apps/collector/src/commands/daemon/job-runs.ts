import type { JobRuns } from './daemon-jobs.ts';

/** The jobs of the daemon; what they need is loaded when they run. */
export const jobRuns: JobRuns = {
  async collect(deps) {
    const { runPingedCollect } = await import('../collect/run-pinged.ts');
    return runPingedCollect(deps, { dryRun: false, json: false });
  },
  async report({ variables, cwd, now, fetch, sleep, stdout, stderr }) {
    const { openTransport, runWeeklyReport } = await import('@clarity-keep/weekly-report');
    return runWeeklyReport(['send'], {
      variables,
      cwd,
      now,
      fetch,
      sleep,
      stdout,
      stderr,
      openTransport: (settings) => Promise.resolve(openTransport(settings)),
      openFile: () => Promise.reject(new Error('A daemon opens nothing.')),
      openPrompts: () => Promise.resolve(null),
    });
  },
};
