import type { DescribedProcedure } from './described-procedures.ts';
import { describedProcedures } from './described-procedures.ts';
import { errorReferences, errorResponses, errorSchema } from './error-responses.ts';

const DESCRIPTION = `Questions about the history that Clarity Keep stores from Microsoft Clarity.

Every question is a GET whose parameter \`input\` is JSON in the query; the answer is in \`result.data\`. Days are inclusive
calendar days in the time zone of the project, rates are 0..1, and what cannot be known is null.`;

/** The API for other languages: OpenAPI 3.1 of tRPC's own wire, made from the schemas of the router. */
export function openApiDocument({ version }: { version: string }): Record<string, unknown> {
  const procedures = describedProcedures();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clarity Keep',
      version,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The server that serves this document.' }],
    // Without a key as well, where the server answers on its own machine only.
    security: [{ key: [] }, {}],
    paths: Object.fromEntries(
      procedures.map((procedure) => [`/trpc/${procedure.path}`, { get: operationOf(procedure) }]),
    ),
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key created with "clarity-keep-server keys create": ck_...',
        },
      },
      schemas: {
        ...Object.fromEntries(
          procedures.flatMap(({ name, input, output }) => [
            [`${name}Input`, input],
            [`${name}Answer`, output],
          ]),
        ),
        Error: errorSchema,
      },
      responses: errorResponses(),
    },
  };
}

function operationOf({ path, name, summary, example, input }: DescribedProcedure) {
  const [group = path] = path.split('.');
  return {
    operationId: `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    summary,
    tags: [group],
    parameters: [
      {
        name: 'input',
        in: 'query',
        required: (input.required ?? []).length > 0,
        content: {
          'application/json': { schema: { $ref: `#/components/schemas/${name}Input` }, example },
        },
      },
    ],
    responses: {
      200: {
        description: 'The answer.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['result'],
              properties: {
                result: {
                  type: 'object',
                  required: ['data'],
                  properties: { data: { $ref: `#/components/schemas/${name}Answer` } },
                },
              },
            },
          },
        },
      },
      ...errorReferences,
    },
  };
}
