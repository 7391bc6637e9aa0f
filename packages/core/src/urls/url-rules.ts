import * as z from 'zod';

const parameterNames = z.array(z.string().trim().min(1).max(100)).max(500).readonly().default([]);

/** How page URLs are grouped. A parameter name may end in `*`; names are compared without case. */
export const urlRulesSchema = z.strictObject({
  dropParameters: parameterNames.describe(
    'Query parameters to drop besides the known tracking parameters; a name may end in *.',
  ),
  dropAllParameters: z.boolean().default(false).describe('Drop the whole query.'),
  keepParameters: parameterNames.describe('Kept even when another rule would drop them.'),
  replaceIds: z
    .enum(['none', 'personal', 'all'])
    .default('personal')
    .describe(
      'Which parts of a path become :id. personal: UUIDs, long opaque ids, and numbers that name a person, such as ' +
        '/users/17. all: every number too.',
    ),
  replaceMailAddresses: z.boolean().default(true).describe('Mail addresses become :id.'),
  hosts: z
    .array(z.string().trim().toLowerCase().min(1))
    .min(1)
    .readonly()
    .nullable()
    .default(null)
    .describe('Pages of other hosts are left out; null allows all.'),
});

export type UrlRules = z.output<typeof urlRulesSchema>;

export const defaultUrlRules: UrlRules = urlRulesSchema.parse({});
