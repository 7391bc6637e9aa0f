import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import * as z from 'zod';

/**
 * The input of a question as clients see it, in the few keywords of JSON Schema that the function
 * calling of OpenAI and of Gemini both take: a flat object of texts, whole numbers and switches. Formats and
 * what is meant when a part is left out stand in the descriptions. The SDK checks nothing by it: a question
 * looks at its input itself, and says in its own words what is wrong with it.
 */
export function advertisedSchema(schema: z.ZodType): StandardSchemaWithJSON {
  const { vendor, version } = schema['~standard'];
  const told = (): Record<string, unknown> => flatObject(z.toJSONSchema(schema, { io: 'input' }));
  return {
    '~standard': {
      vendor,
      version,
      validate: (value) => ({ value }),
      jsonSchema: { input: told, output: told },
    },
  };
}

function flatObject({ properties = {}, required = [] }: z.core.JSONSchema.BaseSchema) {
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, toldPart(part)]),
    ),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function toldPart(part: z.core.JSONSchema._JSONSchema) {
  if (typeof part === 'boolean') return {};
  const { type, description = '', enum: values, minimum, maximum, format } = part;
  const notes = [
    description,
    format === 'date' ? 'YYYY-MM-DD.' : '',
    part.default === undefined ? '' : `Default ${JSON.stringify(part.default)}.`,
  ];
  return {
    type,
    ...(notes.some(Boolean) && { description: notes.filter(Boolean).join(' ') }),
    ...(values !== undefined && { enum: values }),
    ...(minimum !== undefined && { minimum }),
    // Where nothing else bounds a whole number it is what JavaScript can hold, which helps nobody.
    ...(maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER && { maximum }),
  };
}
