import * as z from 'zod';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * A schema as JSON Schema (2020-12, which OpenAPI 3.1 has), of what is sent or of what comes back. What
 * may be any JSON is the schema that asks nothing.
 */
export function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, $defs: __, ...made } = z.toJSONSchema(schema, { io });
  // From the leaves up.
  return JSON.parse(JSON.stringify(made), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? tidied({ ...value })
      : value,
  ) as JsonSchema;
}

/** Takes out what says nothing, and writes keys that are known as the properties that they are. */
function tidied(schema: JsonSchema): JsonSchema {
  // Of all that the questions answer, only any JSON is made of itself, and so has a definition.
  if (schema.$ref !== undefined) return {};
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format !== undefined) delete schema.pattern;
  const { propertyNames, additionalProperties: value, ...rest } = schema;
  if (typeof propertyNames !== 'object' || propertyNames.enum === undefined) return schema;
  const properties = propertyNames.enum.map((name) => [String(name), value ?? {}]);
  return { ...rest, properties: Object.fromEntries(properties), additionalProperties: false };
}
