import type { CliDeps } from '../../src/cli-deps.ts';

const silent = { write: () => true };

/** What a command needs of the outside, with a time that stands still and nobody who looks on. */
export function someDeps(deps: Partial<CliDeps> & { cwd: string }): CliDeps {
  return {
    variables: {},
    now: () => new Date('2026-11-20T05:00:00Z'),
    fetch: (url, init) => fetch(url, init),
    sleep: async () => undefined,
    random: () => 0.5,
    stdout: silent,
    stderr: silent,
    program: {
      node: '/usr/bin/node',
      script: '/opt/clarity-keep/apps/collector/dist/clarity-keep.mjs',
    },
    // Whoever runs until told to stop is told at once.
    stopSignal: () => AbortSignal.abort(),
    openPrompts: () => Promise.resolve(null),
    readStdin: () => Promise.resolve(null),
    streamStdin: () => null,
    ...deps,
  };
}
