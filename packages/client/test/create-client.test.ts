import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { ClarityKeepClient } from '../src/index.ts';
import { createClarityKeepClient, isClarityKeepError } from '../src/index.ts';
import { aServer } from './a-server.ts';

type Pages = Awaited<ReturnType<ClarityKeepClient['pages']['frustration']['query']>>;
type PagesInput = Parameters<ClarityKeepClient['pages']['frustration']['query']>[0];
type PagesRequest = Exclude<PagesInput, void | undefined>;
type DetailInput = Parameters<ClarityKeepClient['pages']['detail']['query']>[0];

describe('the types of the client', () => {
  it('know what can be asked', () => {
    expectTypeOf<PagesRequest['rank']>().toEqualTypeOf<'impact' | 'rate' | 'signals' | undefined>();
    expectTypeOf<undefined>().toExtend<PagesInput>();
    expectTypeOf<undefined>().not.toExtend<DetailInput>();
    expectTypeOf<DetailInput['page']>().toEqualTypeOf<string>();
    expectTypeOf<{ limit: string }>().not.toExtend<PagesInput>();
  });

  it('know what is answered', () => {
    type Row = Pages['rows'][number];
    expectTypeOf<Row['rank']>().toEqualTypeOf<number | null>();
    expectTypeOf<Row['signals']['rageClicks']['rate']>().toEqualTypeOf<number | null>();
    expectTypeOf<Row['links']>().toEqualTypeOf<{
      recordings: string | null;
      heatmap: string | null;
    }>();
    expectTypeOf<Pages['coverage']['missing']>().toEqualTypeOf<string[]>();
    expectTypeOf<Pages['rows']>().not.toBeAny();
  });

  it('know no procedure that the server does not have', () => {
    expectTypeOf<keyof ClarityKeepClient['pages']>().toEqualTypeOf<'frustration' | 'detail'>();
  });
});

describe('createClarityKeepClient', () => {
  it('asks in one request, with the key as a bearer token', async () => {
    const { url, requests } = await aServer();
    const client = createClarityKeepClient({ url: `${url}/`, apiKey: 'ck_secret' });
    await Promise.all([client.pages.frustration.query(), client.trends.daily.query({ days: 7 })]);
    expect(requests).toEqual([
      { path: '/trpc/pages.frustration,trends.daily', authorization: 'Bearer ck_secret' },
    ]);
  });

  it('sends no authorization without a key', async () => {
    const { url, requests } = await aServer();
    await createClarityKeepClient({ url }).devices.scrollDepth.query();
    expect(requests[0]?.authorization).toBeUndefined();
  });

  it('holds no code of the server', () => {
    const source = new URL('../src/', import.meta.url);
    const imports = readdirSync(source).flatMap((file) =>
      readFileSync(new URL(file, source), 'utf8')
        .split('\n')
        .filter((line) => /^(import|export) (?!type).*from '@/.test(line)),
    );
    expect(imports).toEqual([
      "import { createTRPCClient, httpBatchLink } from '@trpc/client';",
      "import { TRPCClientError } from '@trpc/client';",
    ]);
  });
});

describe('isClarityKeepError', () => {
  it('tells a question that got no answer from a mistake of the program', async () => {
    const client = createClarityKeepClient({ url: 'http://127.0.0.1:1' });
    const error: unknown = await client.projects.list.query().catch((caught: unknown) => caught);
    expect([isClarityKeepError(error), isClarityKeepError(new TypeError('x'))]).toEqual([
      true,
      false,
    ]);
  });
});
