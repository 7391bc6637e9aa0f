// @module-tag slow
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer } from './a-server.ts';

const run = promisify(execFile);
const client = join(import.meta.dirname, '..');

/** A project of somebody else, which has installed the packed client and none of our sources. */
const project = mkdtempSync(join(tmpdir(), 'clarity-keep-consumer-'));
const installed = join(project, 'node_modules/@clarity-keep/client');
let tarball: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', project], {
    cwd: client,
  });
  const { filename } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { filename: string };
  tarball = new Uint8Array(readFileSync(filename));
  await run('tar', ['-xzf', filename], { cwd: project });
  mkdirSync(join(project, 'node_modules/@clarity-keep'), { recursive: true });
  cpSync(join(project, 'package'), installed, { recursive: true });
  // What its installation would bring: the registry is out of reach for a test.
  symlinkSync(join(client, 'node_modules/@trpc'), join(project, 'node_modules/@trpc'));
  writeFileSync(join(project, 'package.json'), '{ "name": "consumer", "type": "module" }');
}, 60_000);

afterAll(() => rmSync(project, { recursive: true }));

describe('the package', () => {
  it('holds the module, its types, a README and a licence, and nothing else', () => {
    expect(readdirSync(installed).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
    ]);
    const dist = readdirSync(join(installed, 'dist'));
    expect(dist.toSorted()).toEqual([
      'create-client.d.ts',
      'errors.d.ts',
      'index.d.ts',
      'index.js',
      'router.d.ts',
    ]);
  });

  it('needs nothing of the workspace', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<
      string,
      object
    >;
    expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['@trpc/client', '@trpc/server']);
    expect(manifest['private']).toBeUndefined();
    for (const file of readdirSync(join(installed, 'dist'))) {
      const text = readFileSync(join(installed, 'dist', file), 'utf8');
      const from = [...text.matchAll(/(?:from|import\()\s*["']([^."'][^"']*)["']/g)].map(
        ([, name]) => name,
      );
      expect(from.filter((name) => !name?.startsWith('@trpc/'))).toEqual([]);
      expect(text).not.toMatch(/from ["']\.[^"']*\.ts["']/);
    }
  });

  it('is published without a fault that publint knows', async () => {
    const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that are right for every way to import it, as an ES module', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(tarball));
    expect(analysis.types).toEqual({ kind: 'included' });
    const problems = 'problems' in analysis ? analysis.problems : null;
    // require() of an ES module works since Node 22.12; attw counts from before.
    expect(problems?.filter(({ kind }) => kind !== 'CJSResolvesToESM')).toEqual([]);
  });
});

describe.each([
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
])('a strict project of somebody else, $moduleResolution', (options) => {
  it('knows what can be asked and what is answered', async () => {
    const { stdout } = await typecheck(options, USE);
    expect(stdout).toBe('');
  });
});

describe('the types that are published', () => {
  it('are those of the router', async () => {
    const workspace = join(client, 'src/index.ts');
    const { stdout } = await typecheck(
      {
        module: 'nodenext',
        moduleResolution: 'nodenext',
        lib: ['es2024', 'dom', 'esnext.disposable'],
        allowImportingTsExtensions: true,
        skipLibCheck: true,
        types: ['node'],
        typeRoots: [join(client, 'node_modules/@types')],
      },
      `import type * as published from '@clarity-keep/client';
       import type * as ours from ${JSON.stringify(workspace)};
       export const inputs = (x: published.ClarityKeepInputs): ours.ClarityKeepInputs => x;
       export const inputsBack = (x: ours.ClarityKeepInputs): published.ClarityKeepInputs => x;
       export const answers = (x: published.ClarityKeepAnswers): ours.ClarityKeepAnswers => x;
       export const answersBack = (x: ours.ClarityKeepAnswers): published.ClarityKeepAnswers => x;
       export const errors = (x: published.ClarityKeepError['data']): ours.ClarityKeepError['data'] => x;
       export const errorsBack = (x: ours.ClarityKeepError['data']): published.ClarityKeepError['data'] => x;
       // @ts-expect-error -- were one of them any, this would be right
       export const notAny = (x: published.ClarityKeepInputs): number => x;
       // @ts-expect-error
       export const notAnyEither = (x: published.ClarityKeepAnswers['reports']['get']): number => x;
       // @ts-expect-error
       export const norTheError = (x: published.ClarityKeepError['data']): number => x;`,
    );
    expect(stdout).toBe('');
  }, 60_000);
});

describe('the module that is published', () => {
  it('asks from Node', async () => {
    const { url, requests } = await aServer();
    const code = `import { createClarityKeepClient } from '@clarity-keep/client';
      const keep = createClarityKeepClient({ url: ${JSON.stringify(url)}, apiKey: 'ck_x' });
      console.log(await keep.projects.list.query());`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: project,
    });
    expect([stdout, requests]).toEqual([
      'null\n',
      [{ path: '/trpc/projects.list', authorization: 'Bearer ck_x' }],
    ]);
  });

  it('asks from a bundle for browsers, which is small', async () => {
    const { url, requests } = await aServer();
    const { outputFiles } = await build({
      stdin: {
        contents: `import { createClarityKeepClient } from '@clarity-keep/client';
          globalThis.asked = createClarityKeepClient({ url: ${JSON.stringify(url)} }).projects.list.query();`,
        resolveDir: project,
      },
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      logLevel: 'error',
    });
    const text = outputFiles[0]?.text ?? '';
    // Nothing of Node is there, as in a browser.
    const window: Record<string, unknown> = {
      fetch,
      setTimeout,
      clearTimeout,
      AbortController,
    };
    runInContext(text, createContext(window));
    expect(await window['asked']).toBeNull();
    expect(requests.map(({ path }) => path)).toEqual(['/trpc/projects.list']);
    expect(gzipSync(text).length).toBeLessThan(8_000);
  });
});

const USE = `import type { ClarityKeepAnswers, ClarityKeepInputs } from '@clarity-keep/client';
import { createClarityKeepClient, isClarityKeepError } from '@clarity-keep/client';

const keep = createClarityKeepClient({ url: 'http://127.0.0.1:8788' });
export async function worst(input: ClarityKeepInputs['pages']['frustration']): Promise<string> {
  const { rows, coverage } = await keep.pages.frustration.query(input);
  const [first] = rows;
  const missing: string[] = coverage.missing;
  // @ts-expect-error -- there may be no row
  void first.page;
  // @ts-expect-error -- null is not a number
  const rate: number = first?.signals.rageClicks.rate;
  void rate;
  return first?.page ?? missing.join();
}
export type Row = ClarityKeepAnswers['trends']['daily']['rows'][number];
export const hole: Row['sessions'] = null;

await keep.trends.daily.query();
await keep.pages.frustration.query({ rank: 'rate', days: undefined });
// @ts-expect-error -- a page has to be named
await keep.pages.detail.query();
// @ts-expect-error -- no such ranking
await keep.pages.frustration.query({ rank: 'worst' });
// @ts-expect-error -- no such question
void keep.pages.best;
try {
  await keep.status.get.query({ project: 'shop' });
} catch (error) {
  if (isClarityKeepError(error)) {
    const reason: 'bad-request' | 'unknown-project' | 'unknown-page' | 'unknown-report' | 'no-project' | 'too-much-work' |
      'answer-too-large' | 'too-slow' | 'too-many-questions' | 'busy' | 'cancelled' | undefined =
      error.data?.reason;
    const code: string | undefined = error.data?.code;
    console.log(reason, code, error.data?.errorId);
  }
}
`;

/** What the compiler says of a file in that project. */
async function typecheck(options: object, text: string): Promise<{ stdout: string }> {
  writeFileSync(join(project, 'use.ts'), text);
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'esnext.disposable'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    ...options,
  };
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions, files: ['use.ts'] }),
  );
  const tsc = join(client, 'node_modules/.bin/tsc');
  return run(tsc, ['-p', project]).catch((error: unknown) => error as { stdout: string });
}
