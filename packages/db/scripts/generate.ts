import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';

/** Makes `src/generated`: the Prisma client, and the migrations as a module, so that a bundle carries them. */
const root = join(import.meta.dirname, '../../..');
const generated = join(import.meta.dirname, '../src/generated');

generatePrismaClient();
embedMigrations();

function generatePrismaClient(): void {
  const manifest = createRequire(import.meta.url).resolve('prisma/package.json');
  execFileSync(process.execPath, [join(dirname(manifest), 'build/index.js'), 'generate'], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      // Generating needs no engine, but the CLI would download one unless it is told of a file.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
}

function embedMigrations(): void {
  const folder = join(root, 'prisma/migrations');
  const migrations = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, checksum: createHash('sha256').update(sql).digest('hex'), sql };
    });
  mkdirSync(generated, { recursive: true });
  writeFileSync(
    join(generated, 'migrations.ts'),
    `export const migrations: readonly { name: string; checksum: string; sql: string }[] = ${JSON.stringify(migrations, null, 2)};\n`,
  );
}
