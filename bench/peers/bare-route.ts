import SqliteDatabase from 'better-sqlite3';
import Fastify from 'fastify';

/**
 * What the framework and the driver alone can do: one route that runs one SQL text with fixed values
 * and answers ten rows.
 *
 *     node bare-route.ts DATABASE SQL VALUES_AS_JSON SORT_COLUMN
 *
 * Prints its address when it listens.
 */
const [path = '', sql = '', values = '', column = ''] = process.argv.slice(2);
const database = new SqliteDatabase(path, { readonly: true });
const statement = database.prepare(sql).raw();
const bound: unknown = JSON.parse(values);
const sortColumn = Number(column);

const server = Fastify();
server.get('/pages', () => {
  const rows = statement.all(bound) as (string | number | null)[][];
  return rows
    .toSorted((a, b) => Number(b[sortColumn] ?? 0) - Number(a[sortColumn] ?? 0))
    .slice(0, 10);
});
console.log(await server.listen({ host: '127.0.0.1', port: 0 }));
