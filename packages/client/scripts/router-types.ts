import type { DescribedProcedure, JsonSchema } from '@clarity-keep/api';
import { describedProcedures, queryErrorReasons } from '@clarity-keep/api';
import { schemaToType } from './schema-to-type.ts';

const HEAD = `import type { TRPCBuiltRouter, TRPCDefaultErrorShape, TRPCQueryProcedure } from '@trpc/server';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
`;

/**
 * The type of the router on its own: what \`typeof appRouter\` is to a client, written out from the
 * schemas, so that it needs none of the packages that the router is made of.
 */
export function routerTypes(): string {
  const procedures = describedProcedures();
  const groups = Map.groupBy(procedures, ({ path }) => path.split('.', 1)[0] ?? path);
  return [
    HEAD,
    ...procedures.flatMap(({ name, summary, input, output }) => [
      typeOf(`${name}Input`, `What may be asked: ${summary}`, input),
      typeOf(`${name}Answer`, `What is answered: ${summary}`, output),
    ]),
    errorShape(),
    `export type AppRouter = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: ErrorShape; transformer: false },
  {
${[...groups].map(([group, members]) => `    ${group}: {\n${members.map(member).join('')}    };\n`).join('')}  }
>;
`,
  ].join('\n');
}

function typeOf(name: string, description: string, schema: JsonSchema): string {
  return `/** ${description} */\nexport type ${name} = ${schemaToType(schema)};\n`;
}

function member({ path, name, input }: DescribedProcedure): string {
  const isOptional = input.default !== undefined;
  const procedure = path.slice(path.indexOf('.') + 1);
  return `      ${procedure}: TRPCQueryProcedure<{
        input: ${name}Input${isOptional ? ' | undefined' : ''};
        output: ${name}Answer;
        meta: object;
      }>;
`;
}

function errorShape(): string {
  return `export interface ErrorShape extends TRPCDefaultErrorShape {
  data: TRPCDefaultErrorShape['data'] & {
    /** Of a question that cannot be answered as asked: why, for programs. */
    reason?: ${queryErrorReasons.map((reason) => JSON.stringify(reason)).join(' | ')};
    /** For a defect: the ID to look for in the server log. */
    errorId?: string;
  };
}
`;
}
