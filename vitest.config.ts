import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const rooms = ['packages/*', 'apps/*', 'bench', 'demo', 'scripts'];
const here = (file: string) => join(import.meta.dirname, file);

/** Memory, where it is a folder with room: a disk makes tests wait for every write that SQLite syncs. */
function folderOfTests(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 * 2 ** 30 ? memory : tmpdir();
}

/** Begins with the slow files of each project, so that none is alone at the end. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- A sequencer's, which gives a new list.
    const sorted = await super.sort(files);
    const projects = Map.groupBy(sorted, ({ project }) => project);
    return [...projects.values()].flatMap((ofProject) => {
      const slow = ofProject.filter(({ moduleId }) => isSlow(moduleId));
      return [...slow, ...ofProject.filter((file) => !slow.includes(file))];
    });
  }
}

function isSlow(path: string): boolean {
  return readFileSync(path, 'utf8').startsWith('// @module-tag slow');
}

export default defineConfig(({ mode }) => ({
  test: {
    projects: rooms.map((room) => ({
      extends: true as const,
      test: {
        name: room,
        include: [`${room}/test/**/*.test.ts`],
        globalSetup: room === 'apps/*' ? [here('vitest.global-setup.ts')] : [],
      },
    })),
    env: {
      // The same commit has the same result; a soak draws another seed each time.
      TEST_SEED: process.env['TEST_SEED'] ?? '20261129',
      TMPDIR: folderOfTests(),
    },
    sequence: { sequencer: SlowFirst },
    setupFiles: [here('vitest.setup.ts')],
    tags: [
      { name: 'slow', description: 'Takes long: not part of "pnpm verify".', timeout: 600_000 },
      {
        name: 'soak',
        description: 'Takes hours: for "pnpm soak" alone.',
        timeout: 36_000_000,
        skip: mode !== 'soak',
      },
    ],
    // The JSON is for .ci/run, which counts the tests.
    reporters: ['default', ['json', { outputFile: '.vitest/results.json' }]],
    // Modules are loaded once a worker, not once a file: no module keeps what a test has changed.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    // One more than there are cores: much of the time a test waits for a process, a server or a pause.
    maxWorkers: availableParallelism() + 1,
    // Ten times what the longest test takes that is not slow: machines are slow and busy at times.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}));
