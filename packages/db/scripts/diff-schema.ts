import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

const root = join(import.meta.dirname, '../../..');

/**
 * The SQL that would take the committed migrations to `prisma/schema.prisma`; empty when they agree.
 * Runs Prisma's own schema engine as WebAssembly, because its binary is a download.
 */
export async function diffSchema(): Promise<string> {
  await loadEngine();
  const schemaPath = join(root, 'prisma/schema.prisma');
  const schema = { path: schemaPath, content: await readFile(schemaPath, 'utf8') };
  const adapter = new PrismaBetterSqlite3({ url: ':memory:' });
  const schemaEngine = await engine.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    const { stdout } = await schemaEngine.diff({
      from: {
        tag: 'migrations',
        baseDir: join(root, 'prisma/migrations'),
        lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"' },
        shadowDbInitScript: '',
        migrationDirectories: await statementsAsMigrations(),
      },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return (stdout ?? '').replace('-- This is an empty migration.', '').trim();
  } finally {
    schemaEngine.free();
  }
}

/** The part of the global that is used; its types are in the browser's library only. */
const webAssembly = Reflect.get(globalThis, 'WebAssembly') as {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

async function loadEngine(): Promise<void> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(entry, '../schema_engine_bg.wasm'));
  const { instance } = await webAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** One statement each: the adapter refuses a script of several. Views are not part of the schema. */
async function statementsAsMigrations() {
  const folder = join(root, 'prisma/migrations');
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const statements: { name: string; sql: string }[] = [];
  for (const name of names) {
    const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
    sql
      .split(/;\s*\n/)
      .map((statement) => statement.replace(/^\s*--.*$/gm, '').trim())
      .filter((statement) => statement !== '' && !/^create view/i.test(statement))
      .forEach((statement, index) => {
        statements.push({ name: `${name}_${String(index).padStart(4, '0')}`, sql: statement });
      });
  }
  return statements.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }));
}

if (import.meta.main) process.stdout.write(`${await diffSchema()}\n`);
