import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const index = join(import.meta.dirname, '../src/index.ts');

it.each([
  ['an error', "throw new Error('no key ck_SECRET');"],
  ['a promise', "Promise.reject(new Error('no key ck_SECRET'));"],
])('tells %s that nobody has caught, without secrets', (_what, crash) => {
  const program = `
    import { tellCrashes } from ${JSON.stringify(index)};
    tellCrashes(process);
    setImmediate(() => { ${crash} });`;
  const argv = ['--input-type=module-typescript', '-e', program];
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain(
    'This is a bug in Clarity Keep, please report it.\nError: no key ck_...',
  );
  expect(stderr).not.toContain('SECRET');
});
