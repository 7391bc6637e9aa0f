// @module-tag slow
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askQuestion, devicesScrollDepth } from '@clarity-keep/queries';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aDatabase, aFolder, rows } from './support/a-database.ts';
import { aFilledDatabase } from './support/a-filled-database.ts';

const root = join(import.meta.dirname, '../../..');
const document = readFileSync(join(root, 'docs/sql-views.md'), 'utf8');

/** The cells of the first table below a heading. */
function tableBelow(heading: string): string[][] {
  const [, section = ''] = document.split(`\n${heading}\n`);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(section) ?? [];
  return table
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').slice(1, -1));
}

function names(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

function firstNames(heading: string): string[] {
  return tableBelow(heading).flatMap(([first]) => names(first));
}

function queriesIn(text: string): string[] {
  return [...text.matchAll(/^```sql\n(.*?)^```/gms)].map(([, sql = '']) => sql);
}

describe('the document of the views', () => {
  it('has exactly the views and columns of the schema, in their order', async () => {
    const [project, day, state, ...measures] = firstNames('### Columns of the views of days');
    const documented = Object.fromEntries([
      ...tableBelow('## The views').map(([view, , own]) => [
        names(view)[0],
        [project, day, state, ...names(own), ...measures],
      ]),
      ['session_records', firstNames('### session_records')],
      ['calls', firstNames('### calls')],
    ]);
    const migrated = Object.fromEntries(
      rows(
        aDatabase(),
        `SELECT m.name AS view, json_group_array(c.name) AS columns
         FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'view' GROUP BY m.name`,
      ).map(({ view, columns }) => [view, JSON.parse(String(columns))]),
    );
    expect(documented).toEqual(migrated);
  });

  it('says of every measure whether answers and records give it, as they do', async () => {
    const db = aDatabase(await aFilledDatabase());
    const known = (column: string, project: string) =>
      rows(db, `SELECT COUNT("${column}") AS n FROM site_days WHERE project_id ${project}`)[0]?.n;
    for (const [column, , answers, records] of tableBelow('### Columns of the views of days')) {
      const [name = ''] = names(column);
      const given = [known(name, "<> 'blog0blog0'"), known(name, "= 'blog0blog0'")];
      expect([name, ...given.map((count) => (count === 0 ? '-' : 'yes'))]).toEqual([
        name,
        answers?.trim(),
        records?.trim(),
      ]);
    }
  });

  it('has example queries that find something', async () => {
    const db = aDatabase(await aFilledDatabase());
    const queries = queriesIn(document);
    expect(queries.length).toBeGreaterThanOrEqual(9);
    const finding = queries.filter((sql) => rows(db, sql).length > 0);
    expect(finding).toEqual(queries);
    const whole = queries.filter((sql) =>
      rows(db, sql).every((row) => !Object.values(row).includes(null)),
    );
    expect(whole).toEqual(queries);
  });

  it('weights averages as the product does, and finds the gap', async () => {
    const db = aDatabase(await aFilledDatabase());
    const query = (words: string) => queriesIn(document).find((sql) => sql.includes(words)) ?? '';
    const input = { project: 'blog0blog0', from: '2026-11-01', to: '2026-11-30' };
    const answer = await askQuestion(devicesScrollDepth, { db, now: new Date() }, input);
    const ours = answer.rows.map(({ device, sessions, scrollDepth }) => ({
      device,
      sessions,
      scroll_depth: Math.round((scrollDepth ?? 0) * 10) / 10,
    }));
    const asked = query('FROM device_days').replace(
      "WHERE state <> 'truncated'",
      "$& AND project_id = 'blog0blog0'",
    );
    expect(rows(db, asked)).toEqual(ours.toSorted((a, b) => b.sessions - a.sessions));
    const missing = rows(db, query('calendar')).map(({ day }) => day);
    // What follows was asked for when Clarity may still have had it.
    expect(missing.slice(0, 3)).toEqual(['2026-11-08', '2026-11-09', '2026-11-10']);
    const known = new Set(rows(db, 'SELECT day FROM site_days').map(({ day }) => day));
    expect(missing.filter((day) => known.has(day))).toEqual([]);
  });
});

describe('a reader of the file', () => {
  it('sees one state while the collector writes, and holds nobody up', async () => {
    const folder = aFolder();
    const db = aDatabase(folder);
    const add = db.sql.prepare(
      "INSERT INTO projects (id, name, created_at) VALUES (?, 'Shop', '2026-11-20T05:00:00.000Z')",
    );
    add.run('first0');
    const reader = new SqliteDatabase(join(folder, 'clarity.db'), { readonly: true, timeout: 0 });
    onTestFinished(() => void reader.close());
    const count = reader.prepare('SELECT COUNT(*) FROM projects').pluck();
    reader.exec('BEGIN');
    expect(count.get()).toBe(1);
    db.sql.transaction(() => add.run('second')).immediate();
    expect(count.get()).toBe(1);
    reader.exec('COMMIT');
    expect(count.get()).toBe(2);
    expect(() => reader.exec('DELETE FROM projects')).toThrow('readonly');
  });
});
