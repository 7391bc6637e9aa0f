import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'demo', 'bench'].map((root) => ({
      extends: true as const,
      test: { name: root, include: [`${root}/test/**/*.test.ts`] },
    })),
    testTimeout: 30_000,
    onConsoleLog: () => false,
  },
});
