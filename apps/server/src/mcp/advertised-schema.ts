import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import * as z from 'zod';

/**
 * A schema as it is told to the client. The SDK checks nothing by it: a question looks at input and
 * output itself, and says in its own words what is wrong with what was asked.
 */
export function advertisedSchema(schema: z.ZodType): StandardSchemaWithJSON {
  const { vendor, version } = schema['~standard'];
  return {
    '~standard': {
      vendor,
      version,
      validate: (value) => ({ value }),
      jsonSchema: {
        input: () => jsonSchemaOf(schema, 'input'),
        output: () => jsonSchemaOf(schema, 'output'),
      },
    },
  };
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io,
    override({ jsonSchema }) {
      // A date says so by its format; the pattern for it would cost a model a hundred tokens each time.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
}
