import * as z from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A schema as JSON Schema (2020-12, which OpenAPI 3.1 has), of what is sent or of what comes back. */
export function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema: made }) => tidy(made),
  });
  return rest;
}

/** Takes out what says nothing, and writes keys that are known as the properties that they are. */
function tidy(schema: JsonSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format !== undefined) delete schema.pattern;
  const { propertyNames, additionalProperties: value } = schema;
  if (typeof propertyNames !== 'object' || propertyNames.enum === undefined) return;
  schema.properties = Object.fromEntries(
    propertyNames.enum.map((name) => [String(name), structuredClone(value ?? {})]),
  );
  schema.additionalProperties = false;
  delete schema.propertyNames;
}
