import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultUrlRules } from '@clarity-keep/core';
import type { Database } from '@clarity-keep/db';
import { saveProject } from '@clarity-keep/db';
import type { ImportInput, ImportResult } from '../../src/index.ts';
import { importFile } from '../../src/index.ts';
import { aDatabase, aFolder } from './a-database.ts';

export interface AnImport {
  db: Database;
  write: (name: string, content: string | Uint8Array) => string;
  import: (
    path: string,
    overrides?: Partial<ImportInput> & { stdin?: AsyncIterable<Uint8Array> },
  ) => Promise<ImportResult>;
}

/** An empty database with one project, and files to import into it. */
export function anImport({
  now = new Date('2026-11-20T05:00:00Z'),
  timeZone = 'UTC',
}: { now?: Date; timeZone?: string } = {}): AnImport {
  const db = aDatabase();
  const folder = aFolder();
  saveProject(db, { id: 'shop', name: 'Shop', timeZone }, now);
  return {
    db,
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    import: (path, { stdin, ...overrides } = {}) =>
      importFile(
        { db, now: () => now, stdin: () => stdin ?? null },
        {
          path,
          project: { id: 'shop', timeZone },
          rules: defaultUrlRules,
          maxAnswerBytes: 64 * 2 ** 20,
          onProgress: () => undefined,
          ...overrides,
        },
      ),
  };
}
