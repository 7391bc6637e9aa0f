// @module-tag slow
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshPages } from '../docs/fresh-pages.ts';

it('shows the options and output of the programs as they are', async () => {
  const pages = await freshPages(join(import.meta.dirname, '../..'));
  for (const { path, text, fresh } of pages) {
    expect(text, `${path} is stale: run pnpm run docs`).toBe(fresh);
  }
});
