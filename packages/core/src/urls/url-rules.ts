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
    .array(z.string().trim().toLowerCase().min(1).max(300))
    .min(1)
    .max(500)
    .readonly()
    .nullable()
    .default(null)
    .meta({
      description:
        'Hosts whose pages to count; null for all hosts. * stands for any characters, and a host after ! is left ' +
        'out: with !*--shop.netlify.app alone, all but the preview hosts count.',
      examples: [['shop.example.com', '*.shop.example.com']],
    }),
  mergeHosts: z
    .boolean()
    .default(false)
    .meta({
      description:
        'Whether www.example.com and example.com, and http and https, are the same site: its pages become ' +
        'https://example.com.',
      examples: [true],
    }),
  indexFiles: z
    .boolean()
    .default(false)
    .meta({
      description: 'Whether /shop/index.html, index.php and the like are the page /shop.',
      examples: [true],
    }),
  hashRoutes: z
    .boolean()
    .default(false)
    .meta({
      description:
        'Whether routes after #, such as /#/orders or #!/orders, are pages of their own.',
      examples: [true],
    }),
  mergePaths: z
    .array(
      z
        .string()
        .trim()
        .min(2)
        .max(300)
        .regex(/^\/[^?]*$/, 'must be a path that begins with / and has no ?'),
    )
    .max(100)
    .readonly()
    .default([])
    .meta({
      description:
        'Paths whose pages become one page, named like the path. * stands for any characters within a part. The ' +
        'query is dropped, except keepParameters; the first path that matches counts.',
      examples: [['/product/*/26/*']],
    }),
});

export type UrlRules = z.output<typeof urlRulesSchema>;

export const defaultUrlRules: UrlRules = urlRulesSchema.parse({});
