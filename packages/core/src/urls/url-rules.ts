import * as z from 'zod';

const parameterNames = z.array(z.string().trim().min(1).max(100)).max(500).readonly().default([]);

/** How page URLs are grouped. A parameter name may end in `*`; case does not matter. */
export const urlRulesSchema = z.strictObject({
  dropParameters: parameterNames.meta({
    description:
      'Query parameters to drop in addition to the known tracking parameters. A name may end in *.',
    examples: [['sort', 'filter_*']],
  }),
  dropAllParameters: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether to drop the whole query.', examples: [true] }),
  keepParameters: parameterNames.meta({
    description: 'Query parameters to keep even if another rule would drop them.',
    examples: [['id']],
  }),
  replaceIds: z
    .enum(['none', 'personal', 'all'])
    .default('personal')
    .meta({
      description:
        'Which parts of a path become :id. personal: UUIDs, long opaque ids, and the numbers of people, such as ' +
        '/users/17. all: every number as well.',
      examples: ['all'],
    }),
  replaceMailAddresses: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether email addresses become :id.', examples: [true] }),
  hosts: z
    .array(z.string().trim().toLowerCase().min(1))
    .min(1)
    .readonly()
    .nullable()
    .default(null)
    .meta({
      description: 'Hosts whose pages to count; null for all hosts.',
      examples: [['shop.example.com']],
    }),
});

export type UrlRules = z.output<typeof urlRulesSchema>;

export const defaultUrlRules: UrlRules = urlRulesSchema.parse({});
