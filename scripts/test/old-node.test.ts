import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const bundler = join(import.meta.dirname, '../bundle-app.ts');

/** Bundles a program that prints a word, and returns a way to run it as another version of Node. */
function aBundle(): (version: string) => { status: number | null; stdout: string; stderr: string } {
  const app = mkdtempSync(join(tmpdir(), 'clarity-keep-'));
  onTestFinished(() => rmSync(app, { recursive: true, force: true }));
  mkdirSync(join(app, 'src'));
  writeFileSync(join(app, 'src/main.ts'), `process.stdout.write('started' as string);`);
  const node = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: app, encoding: 'utf8' });
  expect(node(bundler, 'program')).toMatchObject({ status: 0, stderr: '' });
  return (version) => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
    const { status, stdout, stderr } = node(
      `--import=data:text/javascript,${encodeURIComponent(pretend)}`,
      'dist/program.mjs',
    );
    return { status, stdout, stderr };
  };
}

it('makes bundles that tell an old Node that it is too old', () => {
  const run = aBundle();
  for (const version of ['20.20.2', '22.17.1']) {
    expect(run(version)).toEqual({
      status: 2,
      stdout: '',
      stderr: `program needs Node 22.18 or later, this is ${version}.\n`,
    });
  }
  for (const version of ['22.18.0', '24.0.0']) {
    expect(run(version)).toEqual({ status: 0, stdout: 'started', stderr: '' });
  }
});
