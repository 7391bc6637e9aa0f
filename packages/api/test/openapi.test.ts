import { describe, expect, it } from 'vitest';
import { appRouter, describedProcedures, openApiDocument } from '../src/index.ts';

const document = JSON.parse(JSON.stringify(openApiDocument({ version: '1.2.3' }))) as {
  info: unknown;
  paths: Record<string, { get: { operationId: string; parameters: { required: boolean }[] } }>;
  components: { schemas: Record<string, Record<string, unknown>>; responses: object };
};

describe('the OpenAPI document', () => {
  it('has every procedure of the router, and no other', () => {
    const procedures = Object.keys(appRouter._def.procedures);
    expect(Object.keys(document.paths)).toEqual(procedures.map((path) => `/trpc/${path}`));
    expect(procedures.length).toBeGreaterThan(8);
  });

  it('names operations and types after the procedures, each once', () => {
    const ids = Object.values(document.paths).map(({ get }) => get.operationId);
    expect(ids.slice(0, 3)).toEqual(['pagesFrustration', 'pagesDetail', 'devicesScrollDepth']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(document.components.schemas)).toContain('PagesFrustrationAnswer');
  });

  it('wants an input where there is no default, and only there', () => {
    const wanted = Object.entries(document.paths).filter(([, { get }]) =>
      get.parameters.some(({ required }) => required),
    );
    expect(wanted.map(([path]) => path)).toContain('/trpc/pages.detail');
    expect(wanted.map(([path]) => path)).not.toContain('/trpc/pages.frustration');
  });

  it('says what can be asked, with bounds and defaults', () => {
    expect(document.components.schemas['PagesFrustrationInput']).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: {
        from: { type: 'string', format: 'date' },
        limit: { type: 'integer', minimum: 1, maximum: 1000, default: 10 },
        rank: { enum: ['impact', 'rate', 'signals'], default: 'impact' },
      },
    });
  });

  it('writes the keys of a record as the properties that they are', () => {
    const text = JSON.stringify(document.components.schemas['StatusGetAnswer']);
    expect(text).toContain('"source_medium":{"type":"string","enum":');
    expect(text).not.toContain('propertyNames');
  });

  it('says nothing that says nothing', () => {
    expect(JSON.stringify(document).match(/9007199254740991|[$]schema|[$]defs/g)).toBeNull();
  });

  it('asks nothing of what may be any JSON', () => {
    const kinds = (document.components.schemas['ReportsGetAnswer']?.['oneOf'] ?? []) as {
      properties: Record<string, unknown>;
    }[];
    const legacy = kinds.find(({ properties }) => properties['data'] !== undefined);
    expect(legacy?.properties['data']).toEqual({});
  });

  it('has an example of every procedure that it takes itself', () => {
    for (const { path, example, summary } of describedProcedures()) {
      expect([path, summary.endsWith('.') || summary.endsWith('?')]).toEqual([path, true]);
      expect(document.paths[`/trpc/${path}`]).toMatchObject({
        get: { parameters: [{ content: { 'application/json': { example } } }] },
      });
    }
  });
});
