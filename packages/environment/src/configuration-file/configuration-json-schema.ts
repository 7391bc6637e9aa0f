import * as z from 'zod';
import { configurationFileSchema } from './configuration-file-schema.ts';

/** The JSON Schema of `clarity-keep.json`, in the draft that all editors support. */
export function configurationJsonSchema(): object {
  return z.toJSONSchema(configurationFileSchema, {
    target: 'draft-7',
    io: 'input',
    override({ jsonSchema }) {
      // The schema describes the file as people write it, not the parsed values.
      delete jsonSchema.readOnly;
    },
  });
}
