import * as z from 'zod';
import { configurationFileSchema } from './configuration-file-schema.ts';

/** What `clarity-keep.json` may hold, as JSON Schema in the draft that all editors know. */
export function configurationJsonSchema(): object {
  return z.toJSONSchema(configurationFileSchema, {
    target: 'draft-7',
    io: 'input',
    override({ jsonSchema }) {
      // Of values in our memory; the file is there to be written.
      delete jsonSchema.readOnly;
    },
  });
}
