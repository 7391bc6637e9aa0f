import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder, databasesOf } from '../src/index.ts';

/** Stands for a database: it is set up when it is new, which is counted. */
function someDatabases() {
  const opened: string[] = [];
  let setUps = 0;
  const aDatabase = databasesOf(({ cwd }) => {
    const path = join(cwd, 'clarity.db');
    if (!existsSync(path)) {
      setUps += 1;
      writeFileSync(path, 'set up');
    }
    opened.push(path);
    return { sql: { serialize: () => readFileSync(path) }, close: async () => undefined };
  });
  return { aDatabase, opened, setUps: () => setUps };
}

it('sets the first database up and copies it for the others', () => {
  const { aDatabase, opened, setUps } = someDatabases();
  aDatabase();
  aDatabase();
  expect(setUps()).toBe(1);
  expect(opened.map((path) => readFileSync(path, 'utf8'))).toEqual(['set up', 'set up']);
});

it('opens a file that is there as it is, and copies none of it', () => {
  const { aDatabase, opened } = someDatabases();
  aDatabase(aFolder({ 'clarity.db': 'has rows' }));
  aDatabase();
  expect(opened.map((path) => readFileSync(path, 'utf8'))).toEqual(['has rows', 'set up']);
});
