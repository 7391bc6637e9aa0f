import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const dist = join(import.meta.dirname, '../dist');
if (!existsSync(dist)) throw new Error('The dashboard is not built. Run "pnpm build" first.');

const page = readFileSync(join(dist, 'index.html'), 'utf8');
const BUDGET = 200 * 1024;

describe('what the browser loads first', () => {
  it('is less than 200 KB of script, compressed', () => {
    const scripts = [...page.matchAll(/(?:src|modulepreload"[^>]*href)="([^"]+\.js)"/g)];
    expect(scripts.length).toBeGreaterThan(0);
    const bytes = scripts.map(([, path = '']) => gzipSync(readFileSync(join(dist, path))).length);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(BUDGET);
  });

  it('has no script and no style of its own, and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<style|style=|<script(?![^>]* src=)|\son\w+=|https?:/);
  });

  it('has neither schemas nor a calendar of the server in it', () => {
    const names = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    const code = names.map((name) => readFileSync(join(dist, 'assets', name), 'utf8')).join('\n');
    expect(code).toContain('Clarity');
    expect(code).not.toMatch(/ZodError|\$ZodType|PlainDate|ZonedDateTime|better-sqlite3/);
  });
});
