import type * as z from 'zod';
import { appRouter } from '../app-router.ts';
import type { ProcedureMeta } from '../trpc.ts';
import type { JsonSchema } from './json-schema.ts';
import { jsonSchema } from './json-schema.ts';

/** A procedure as other languages need to know it. */
export interface DescribedProcedure extends ProcedureMeta {
  /** `pages.frustration`. */
  path: string;
  /** `PagesFrustration`, for names of types. */
  name: string;
  input: JsonSchema;
  output: JsonSchema;
}

/** What procedureOf gives every procedure; tRPC keeps them by their paths, and its types do not say so. */
type KeptProcedures = Record<
  string,
  { _def: { meta: ProcedureMeta; inputs: [z.ZodType]; output: z.ZodType } }
>;

/** Every procedure of the router, in its order. */
export function describedProcedures(): DescribedProcedure[] {
  const procedures = appRouter._def.procedures as unknown as KeptProcedures;
  return Object.entries(procedures).map(([path, { _def: procedure }]) => ({
    ...procedure.meta,
    path,
    name: path.replaceAll(/(?:^|\.)\w/g, (start) => start.replace('.', '').toUpperCase()),
    input: jsonSchema(procedure.inputs[0], 'input'),
    output: jsonSchema(procedure.output, 'output'),
  }));
}
