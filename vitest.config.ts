import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const rooms = ['packages/*', 'apps/*', 'bench', 'demo', 'scripts'];

export default defineConfig({
  test: {
    projects: rooms.map((room) => ({
      extends: true as const,
      test: { name: room, include: [`${room}/test/**/*.test.ts`] },
    })),
    setupFiles: [join(import.meta.dirname, 'vitest.setup.ts')],
    // The JSON is for .ci/run, which counts the tests.
    reporters: ['default', ['json', { outputFile: '.vitest/results.json' }]],
    // Half of the time goes by in processes and servers that a test waits for.
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
