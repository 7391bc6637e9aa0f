import { openDatabase } from '@clarity-keep/db';
import { databasesOf } from '@clarity-keep/testing';
import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { appRouter, createContext, describedProcedures } from '../src/index.ts';

const aDatabase = databasesOf(openDatabase);

const FOREIGN = ['hidden0id', 'Hidden name'];

type Ask = (input: unknown) => Promise<unknown>;

describe.each(describedProcedures().map(({ path, example }) => ({ path, example })))(
  '$path',
  ({ path, example }) => {
    const question = example as object;

    it.each(FOREIGN)('answers of %s as of a project that is not there', async (project) => {
      const { askAs } = somethingKept();
      const ask = askAs(path, ['shop']);
      const said = await saidOf(ask, { ...question, project });
      const nonsense = await saidOf(ask, { ...question, project: 'nonsense' });
      expect(said.replaceAll(project, '...')).toBe(nonsense.replaceAll('nonsense', '...'));
      expect(said).toMatch(/Unknown project|must not have/);
    });

    it('says nothing of a foreign project when none is named', async () => {
      const { askAs } = somethingKept();
      for (const input of [example, { ...question, page: '/hid' }, {}]) {
        const said = await saidOf(askAs(path, ['shop']), input);
        expect(said).not.toMatch(/hidden/i);
        expect(said).toMatch(/shop|page is missing|week is missing|must not have/);
      }
    });

    it('says something of it to whoever may know of all', async () => {
      const { askAs } = somethingKept();
      const page = path === 'pages.detail' ? { page: 'https://hidden.example/hidden-page' } : {};
      const isOfAll = path === 'projects.list';
      const asked = isOfAll ? {} : { ...question, ...page, project: 'hidden0id' };
      expect(await saidOf(askAs(path, null), asked)).toMatch(/hidden0id/);
    });
  },
);

describe('the digest of all projects', () => {
  it('is not there for whoever may know of some', async () => {
    const { askAs } = somethingKept();
    const asked = { week: '2026-W46', digest: true };
    const hidden = 'NOT_FOUND No digest is stored for 2026-W46. None has been sent yet.';
    expect(await saidOf(askAs('reports.get', ['shop', 'hidden0id']), asked)).toBe(hidden);
    expect(await saidOf(askAs('reports.get', null), { ...asked, week: '2026-W45' })).toBe(
      'NOT_FOUND No digest is stored for 2026-W45. Latest stored: 2026-W46.',
    );
  });
});

/** The answer, or the message of the error. */
async function saidOf(ask: Ask, input: unknown): Promise<string> {
  try {
    return JSON.stringify(await ask(input));
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return `${error.code} ${error.message}`;
  }
}

/** A shop, and a project that nobody else shall hear of. */
function somethingKept() {
  const db = aDatabase();
  db.sql.exec(`
    INSERT INTO projects (id, name, created_at)
      VALUES ('shop', 'Shop', '2026-11-01T08:00:00Z'), ('hidden0id', 'Hidden name', '2026-11-01T08:00:00Z');
    INSERT INTO segments (id, breakdown, page)
      VALUES (1, 'page', 'https://shop.example.com/checkout'), (2, 'page', 'https://hidden.example/hidden-page');
    INSERT INTO day_facts (project_id, breakdown, day, segment_id, sessions, method)
      VALUES ('shop', 'page', '2026-11-20', 1, 100, 'direct'), ('hidden0id', 'page', '2026-11-20', 2, 100, 'direct');
    INSERT INTO day_coverage (project_id, breakdown, day, state, overlap_seconds, window_end)
      VALUES ('shop', 'page', '2026-11-20', 'complete', 86400, '2026-11-21T00:00:00Z'),
             ('hidden0id', 'page', '2026-11-20', 'complete', 86400, '2026-11-21T00:00:00Z');
    INSERT INTO report_issues (scope, week, model, created_at)
      SELECT value, '2026-W46', '{"version":1,"headline":{"sentence":"Of ' || value || '."}}', '2026-11-16T08:00:00Z'
      FROM json_each('["shop","hidden0id","*"]');
  `);
  return {
    askAs: (path: string, allowedProjects: string[] | null): Ask => {
      // A foreign default must not help either.
      const context = createContext({
        db,
        now: () => new Date('2026-11-23T06:00:00Z'),
        defaultProject: 'hidden0id',
        allowedProjects,
      });
      const found = path
        .split('.')
        .reduce<unknown>(
          (at, part) => Reflect.get(Object(at), part),
          appRouter.createCaller(context),
        );
      return found as Ask;
    },
  };
}
