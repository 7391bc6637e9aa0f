import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { advertisedSchema } from '../../src/mcp/tools/advertised-schema.ts';
import { tools } from '../../src/mcp/tools/tools.ts';

type Json = Record<string, unknown>;

/**
 * What a parameter may say so that the function calling of both takes it as it is. Nothing else: every
 * keyword that one of them does not know fails the whole conversation, before any tool is called.
 *
 * - OpenAI: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas (the root is an
 *   object without anyOf; additionalProperties is false; no default; no allOf, not, if, patternProperties).
 * - Gemini: https://ai.google.dev/api/caching#Schema (a subset of OpenAPI 3.0: one type and no list of them,
 *   no const, oneOf, $ref or tuples; formats of texts are enum and date-time alone), and as it answers:
 *   https://github.com/hideya/langchain-mcp-tools-ts/issues/36 (exclusiveMinimum, format),
 *   https://github.com/taylorwilsdon/google_workspace_mcp/issues/1099 (const, oneOf, null),
 *   https://github.com/router-for-me/CLIProxyAPI/pull/1076 (an enum is of texts),
 *   https://github.com/sbroenne/mcp-server-excel/issues/607 (of which none is empty),
 *   https://github.com/github/copilot-cli/issues/4623 (types that are lists).
 */
const parameter = z.strictObject({
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  description: z.string().min(1).optional(),
  enum: z.array(z.string().min(1)).min(1).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const input = z.strictObject({
  type: z.literal('object'),
  properties: z.record(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,63}$/), parameter),
  required: z.array(z.string()).min(1).optional(),
  additionalProperties: z.literal(false),
});

const inputOf = (schema: z.ZodType): Json => {
  const { jsonSchema } = advertisedSchema(schema)['~standard'];
  return jsonSchema.input({ target: 'draft-2020-12' });
};

describe('what a tool takes', () => {
  it.each(tools.map((tool) => [tool.name, tool] as const))(
    '%s says in words that OpenAI and Gemini both know',
    (_name, { question }) => {
      const told = input.parse(inputOf(question.input));
      for (const name of told.required ?? []) expect(Object.keys(told.properties)).toContain(name);
      for (const { type, enum: values } of Object.values(told.properties)) {
        expect(values === undefined || type === 'string').toBe(true);
      }
    },
  );

  it('is what the question takes, with its limits and what is meant when it is left out', () => {
    const schema = z.strictObject({
      day: z.iso.date().describe('A day.').optional(),
      limit: z.int().min(1).max(9).default(5).describe('Maximum number of rows.'),
      least: z.int().min(0).optional(),
      rank: z.enum(['a', 'b']).default('a'),
      all: z.boolean().default(false),
      page: z.string().min(1).max(20).describe('Its address.'),
    });
    expect(inputOf(schema)).toEqual({
      type: 'object',
      properties: {
        day: { type: 'string', description: 'A day. YYYY-MM-DD.' },
        limit: {
          type: 'integer',
          description: 'Maximum number of rows. Default 5.',
          minimum: 1,
          maximum: 9,
        },
        least: { type: 'integer', minimum: 0 },
        rank: { type: 'string', description: 'Default "a".', enum: ['a', 'b'] },
        all: { type: 'boolean', description: 'Default false.' },
        page: { type: 'string', description: 'Its address.' },
      },
      required: ['page'],
      additionalProperties: false,
    });
  });

  it('loses no parameter of its question', () => {
    for (const { question } of tools) {
      const told = input.parse(inputOf(question.input));
      const whole = z.toJSONSchema(question.input, { io: 'input' });
      expect(Object.keys(told.properties)).toEqual(Object.keys(whole.properties ?? {}));
      expect(told.required ?? []).toEqual(whole.required ?? []);
    }
  });
});

describe('what a tool says of its answer', () => {
  it.each([
    ['pages_frustration', /0 to 1.*null.*enoughData/],
    ['pages_detail', /0 to 1.*null/],
    ['trends_daily', /0 to 1.*null/],
    ['devices_scroll_depth', /percent from 0 to 100.*null/],
    ['referrers_bounce_rate', /0 to 1.*null/],
    ['sources_quickback_rate', /0 to 1.*null/],
    ['status_get', /last 24 hours.*null.*UTC/],
    ['coverage_calendar', /estimated.*truncated.*missing.*not zero/],
    ['projects_list', /null/],
    ['reports_list', /null/],
  ])('%s: units, and what null means', (name, words) => {
    const tool = tools.find((one) => one.name === name);
    expect(tool?.advice).toMatch(words);
  });
});
