import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshPages } from './docs/fresh-pages.ts';

/**
 * Writes the tables of options and the samples in README.md and docs/ as the programs have them now:
 *
 *     pnpm run docs
 */
const root = join(import.meta.dirname, '..');
for (const { path, text, fresh } of await freshPages(root)) {
  if (fresh === text) continue;
  writeFileSync(join(root, path), fresh);
  process.stdout.write(`${path}\n`);
}
