import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, expectTypeOf, it, onTestFinished } from 'vitest';
import type { ClarityKeepClient } from '../src/index.ts';
import { createClarityKeepClient } from '../src/index.ts';

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
    expect(imports).toEqual(["import { createTRPCClient, httpBatchLink } from '@trpc/client';"]);
  });
});

interface SeenRequest {
  path: string | undefined;
  authorization: string | undefined;
}

/** Answers every question of a batch with nothing, and remembers what it was asked. */
async function aServer(): Promise<{ url: string; requests: SeenRequest[] }> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.split('?', 1)[0];
    requests.push({ path, authorization: request.headers.authorization });
    const answers = (path ?? '').split(',').map(() => ({ result: { data: null } }));
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  // A TCP server that listens has an address and a port.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests };
}
