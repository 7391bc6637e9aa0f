import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationJsonSchema } from '../packages/environment/src/configuration-file/configuration-json-schema.ts';

const path = join(import.meta.dirname, '../clarity-keep.schema.json');

/** What `clarity-keep.schema.json` holds: the schema of `clarity-keep.json`, for editors. */
export function jsonSchemaText(): string {
  return `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(path, jsonSchemaText());
