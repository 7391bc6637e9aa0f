import type { JsonSchema } from '@clarity-keep/api';

/**
 * A JSON Schema as a TypeScript type, as zod would infer it: what may be left out may be undefined too.
 * What asks nothing is the type `Json`.
 *
 * @throws Error for what the questions do not use yet.
 */
export function schemaToType(schema: JsonSchema, indent = ''): string {
  const { type, enum: values, const: value, anyOf, oneOf } = schema;
  if (value !== undefined) return JSON.stringify(value);
  if (values !== undefined) return union(values.map((one) => JSON.stringify(one)));
  const alternatives = anyOf ?? oneOf;
  if (alternatives !== undefined) {
    return union(alternatives.map((one) => schemaToType(asSchema(one), indent)));
  }
  // The types have one type each; JSON Schema has lists of them, for what may be null.
  const types: unknown = type;
  if (Array.isArray(types)) {
    return union(types.map((one) => schemaToType({ ...schema, type: one as 'null' }, indent)));
  }
  switch (type) {
    case undefined:
      if (Object.keys(schema).some((key) => key !== 'description' && key !== 'default')) break;
      return 'Json';
    case 'object':
      return objectType(schema, indent);
    case 'array':
      return arrayType(schema, indent);
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
  }
  throw new Error(`Expected a schema that can be a type, got ${JSON.stringify(schema)}.`);
}

function objectType(schema: JsonSchema, indent: string): string {
  const { properties = {}, required = [], additionalProperties = false } = schema;
  const inner = `${indent}  `;
  const members = Object.entries(properties).map(([name, property]) => {
    const type = schemaToType(asSchema(property), inner);
    const member = required.includes(name) ? `${name}: ${type}` : `${name}?: ${type} | undefined`;
    return `${comment(asSchema(property), inner)}${inner}${member};\n`;
  });
  if (typeof additionalProperties === 'object') {
    members.push(`${inner}[key: string]: ${schemaToType(additionalProperties, inner)};\n`);
  }
  return members.length === 0 ? 'Record<string, never>' : `{\n${members.join('')}${indent}}`;
}

function arrayType({ items, prefixItems }: JsonSchema, indent: string): string {
  if (prefixItems !== undefined) {
    return `[${prefixItems.map((item) => schemaToType(asSchema(item), indent)).join(', ')}]`;
  }
  if (typeof items !== 'object' || Array.isArray(items)) {
    throw new Error(`Expected a list of one kind, got ${JSON.stringify(items)}.`);
  }
  const type = schemaToType(items, indent);
  const isOneType = /^\w+$/.test(type) || asSchema(items).type === 'object';
  return isOneType ? `${type}[]` : `(${type})[]`;
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ');
}

function comment({ description }: JsonSchema, indent: string): string {
  return description === undefined
    ? ''
    : `${indent}/** ${description.replaceAll('*/', '* /')} */\n`;
}

/** `true` and `false` are schemas too, which zod writes for none of ours. */
function asSchema(schema: JsonSchema | boolean): JsonSchema {
  if (typeof schema === 'object') return schema;
  throw new Error(`Expected a schema, got ${schema}.`);
}
