import { chmod, copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

/**
 * Bundles the app in the working directory: `src/main.ts` becomes `dist/NAME.mjs`, to be run by Node
 * from any directory. What it imports dynamically lands in `dist/chunks`, and is read when needed; files
 * of packages that it reads land in `dist/assets`.
 *
 *     node ../../scripts/bundle-app.ts NAME
 */
const [name] = process.argv.slice(2);
if (name === undefined) throw new Error('Expected the name of the bundle, got nothing.');

/** The oldest Node that the programs run on. */
const MAJOR = 22;
const MINOR = 18;

const app = process.cwd();
const outdir = join(app, 'dist');

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: { [name]: 'bundle-entry' },
  absWorkingDir: app,
  outdir,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: `node${MAJOR}.${MINOR}`,
  minifyWhitespace: true,
  minifySyntax: true,
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning',
  // Native: its binary lies beside its JavaScript.
  external: ['better-sqlite3'],
  // What CommonJS dependencies expect to find.
  define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
  banner: {
    js: `import{createRequire as bundleRequire}from'node:module';const require=bundleRequire(import.meta.url);`,
  },
  plugins: [entryWithCompileCache(), assetsBesideTheBundle()],
}).catch(() => process.exit(1)); // esbuild has printed why
const bundle = join(outdir, `${name}.mjs`);
await chmod(bundle, 0o755);
process.stdout.write(`${relative(app, bundle)}\n`);

/**
 * The file that Node is given: small, so that the compile cache is on before the program is read, and
 * without a word that an old Node does not know, so that it can say that it is too old.
 * The cache lies beside the bundle and not in a temporary directory that others can write to.
 */
function entryWithCompileCache(): Plugin {
  return {
    name: 'entry-with-compile-cache',
    setup(bundler) {
      bundler.onResolve({ filter: /^bundle-entry$/ }, () => ({
        path: 'entry',
        namespace: 'entry',
      }));
      bundler.onLoad({ filter: /.*/, namespace: 'entry' }, () => ({
        contents: `#!/usr/bin/env node
          const [major, minor] = process.versions.node.split('.').map(Number);
          if (major < ${MAJOR} || (major === ${MAJOR} && minor < ${MINOR})) {
            process.stderr.write('${name} needs Node ${MAJOR}.${MINOR} or later, this is ' + process.versions.node + '.\\n');
            process.exit(2);
          }
          const { enableCompileCache } = await import('node:module');
          const { join } = await import('node:path');
          enableCompileCache(join(import.meta.dirname, '.compile-cache'));
          await import(${JSON.stringify(resolve(app, 'src/main.ts'))});`,
        resolveDir: app,
      }));
    },
  };
}

/**
 * Files of packages that are read and not imported, WebAssembly and fonts: modules called
 * `...-assets.ts` find them by `packages.resolve('...')`, which becomes the path of a copy, so that
 * the bundle needs no package for them. They are loaded dynamically, which puts them into `chunks`.
 */
function assetsBesideTheBundle(): Plugin {
  const assets = join(outdir, 'assets');
  return {
    name: 'assets-beside-the-bundle',
    setup(bundler) {
      bundler.onLoad({ filter: /-assets\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const packages = createRequire(path);
        await mkdir(assets, { recursive: true });
        const resolved = /packages\.resolve\('([^']+)'\)/g;
        for (const [, file = ''] of source.matchAll(resolved)) {
          await copyFile(packages.resolve(file), join(assets, basename(file)));
        }
        const contents = source.replaceAll(
          resolved,
          (_, file: string) => `packages.resolve('../assets/${basename(file)}')`,
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}
