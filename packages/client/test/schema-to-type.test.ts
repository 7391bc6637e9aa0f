import { describe, expect, it } from 'vitest';
import { schemaToType } from '../scripts/schema-to-type.ts';

describe('schemaToType', () => {
  it.each([
    [{ type: 'string', format: 'date' }, 'string'],
    [{ type: 'integer', minimum: 0 }, 'number'],
    [{ type: 'string', const: 'report' }, '"report"'],
    [{ type: 'string', enum: ['a', 'b'] }, '"a" | "b"'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'number | null'],
    [{ anyOf: [{ type: 'number' }, { type: 'integer' }] }, 'number'],
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
    [
      {
        type: 'array',
        items: { oneOf: [{ type: 'object' }, { type: 'array', items: { type: 'object' } }] },
      },
      '(Record<string, never> | Record<string, never>[])[]',
    ],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }, '[string, number]'],
    [{}, 'Json'],
    [{ description: 'Whatever.' }, 'Json'],
    [{ type: 'object', properties: {} }, 'Record<string, never>'],
    [
      { type: 'object', additionalProperties: { type: 'number' } },
      '{\n  [key: string]: number;\n}',
    ],
  ])('makes of %j %j', (schema, type) => {
    expect(schemaToType(schema as never)).toBe(type);
  });

  it('lets what may be left out be undefined, and says what a property is', () => {
    const schema = {
      type: 'object',
      required: ['day'],
      properties: {
        day: { type: 'string', description: 'Of the week. */ alert(1)' },
        rows: { type: 'array', items: { type: 'object', properties: { n: { type: 'number' } } } },
      },
    };
    expect(schemaToType(schema as never)).toBe(`{
  /** Of the week. * / alert(1) */
  day: string;
  rows?: {
    n?: number | undefined;
  }[] | undefined;
}`);
  });

  it.each([
    [{ not: { type: 'string' } }],
    [{ $ref: '#/$defs/a' }],
    [{ type: 'array' }],
    [{ allOf: [{ type: 'object' }] }],
    [{ type: 'object', properties: { a: true } }],
  ])('refuses what it does not know: %j', (schema) => {
    expect(() => schemaToType(schema as never)).toThrow('Expected a');
  });
});
